package org.yinxin.authority.key;

import java.nio.charset.StandardCharsets;
import org.yinxin.pki.key.Signatures;
import org.yinxin.pki.key.SigningKey;

/** One signature that is verified by other code than the device's, before anybody relies on a key in it. */
public final class TrialSignature {

    private static final byte[] CONTENT = "whether this key signs".getBytes(StandardCharsets.UTF_8);

    private TrialSignature() {}

    /**
     * Answers the key when it signs what others verify.
     *
     * @param place where it is, for the sentence of the refusal
     * @throws KeyStoreUnavailableException when it does not
     */
    public static SigningKey require(SigningKey key, String place) {
        byte[] signature = key.sign(CONTENT);
        if (!Signatures.verify(key.publicKey(), key.signatureAlgorithm(), CONTENT, signature)) {
            throw new KeyStoreUnavailableException(
                    "What "
                            + place
                            + " signs cannot be verified; nothing may be issued with it. Ask the maker of the device.",
                    null);
        }
        return key;
    }
}
