package org.yinxin.authority.key.sdf;

import java.io.Serial;
import org.yinxin.authority.key.KeyStoreUnavailableException;

/** What a device answered instead of doing it: the codes of GM/T 0018-2012, appendix A, or one of its maker. */
final class SdfFault extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    private static final int NOT_SUPPORTED = 0x01000002;
    private static final int OPEN_DEVICE = 0x01000005;
    private static final int OPEN_SESSION = 0x01000006;
    private static final int ACCESS_RIGHT_DENIED = 0x01000007;
    private static final int KEY_DOES_NOT_EXIST = 0x01000008;
    private static final int SIGNING_FAILED = 0x0100000d;
    private static final int ACCESS_RIGHT_FAILED = 0x01000018;

    private final String function;
    private final int code;

    private SdfFault(String function, int code) {
        super("%s answers 0x%08x".formatted(function, code));
        this.function = function;
        this.code = code;
    }

    static void require(String function, int code) throws SdfFault {
        if (code != 0) {
            throw new SdfFault(function, code);
        }
    }

    /** As if the device had said that it cannot be reached. */
    static SdfFault closed() {
        return new SdfFault("SDF_OpenSession", OPEN_SESSION);
    }

    /** It answers that it has signed, and has not. */
    static SdfFault noSignature() {
        return new SdfFault("SDF_InternalSign_ECC", SIGNING_FAILED);
    }

    static SdfFault noSuchKey() {
        return new SdfFault("SDF_ExportSignPublicKey_ECC", KEY_DOES_NOT_EXIST);
    }

    boolean isMissingKey() {
        return code == KEY_DOES_NOT_EXIST;
    }

    /** Whether the password was wrong. Another session would not make it right. */
    boolean isWrongPassword() {
        return function.equals("SDF_GetPrivateKeyAccessRight")
                && (code == ACCESS_RIGHT_FAILED || code == ACCESS_RIGHT_DENIED);
    }

    /** In words for the administrator. */
    KeyStoreUnavailableException unavailable(String device, Object passwordFile) {
        String advice =
                switch (code) {
                    case OPEN_DEVICE, OPEN_SESSION ->
                            "see that the device is connected and switched on, that its driver runs, and that no other program takes all of its sessions";
                    case ACCESS_RIGHT_DENIED, ACCESS_RIGHT_FAILED ->
                            "the access right to the private key is not given; write the right password of the key into %s"
                                    .formatted(passwordFile);
                    case KEY_DOES_NOT_EXIST ->
                            "the key is not in it; restore the device from its backup, or connect the one that holds the key, and name its index in yinxin.authority.sdf.key-indexes";
                    case NOT_SUPPORTED ->
                            "this device does not do that; ask its maker for software that follows GM/T 0018";
                    default ->
                            "see that the device is connected and answers the tool of its maker, whose manual explains the code";
                };
        return new KeyStoreUnavailableException(
                "T%s cannot be used (%s): %s.".formatted(device.substring(1), getMessage(), advice),
                this);
    }
}
