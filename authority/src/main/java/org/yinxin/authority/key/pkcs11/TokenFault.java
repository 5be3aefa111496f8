package org.yinxin.authority.key.pkcs11;

import java.io.Serial;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.key.KeyStoreUnavailableException;

/** What a token answered instead of doing it. */
final class TokenFault extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    private static final Pattern CODE = Pattern.compile("CKR_[A-Z0-9_]+|0x[0-9A-Fa-f]{2,8}");

    /** The name of the return value, or what there is instead of one. */
    private final String code;

    TokenFault(Throwable cause) {
        super(cause.getMessage(), cause);
        this.code = code(cause);
    }

    private TokenFault(String code) {
        super(code);
        this.code = code;
    }

    static TokenFault noKey() {
        return new TokenFault("no such key");
    }

    boolean isWrongPin() {
        return switch (code) {
            case "CKR_PIN_INCORRECT", "CKR_PIN_INVALID", "CKR_PIN_LEN_RANGE", "CKR_PIN_LOCKED" ->
                    true;
            default -> false;
        };
    }

    /** In words for the administrator. */
    KeyStoreUnavailableException unavailable(String token, String pinFile) {
        String advice =
                switch (code) {
                    case "CKR_PIN_INCORRECT", "CKR_PIN_INVALID", "CKR_PIN_LEN_RANGE" ->
                            "it does not take the PIN in %s; write the right one there before it is asked again"
                                    .formatted(pinFile);
                    case "CKR_PIN_LOCKED" ->
                            "its PIN is locked after too many wrong ones; unlock it with the tool of its maker and the security officer's PIN, and check the one in %s"
                                    .formatted(pinFile);
                    case "CKR_PIN_EXPIRED" ->
                            "its PIN has expired; set a new one with the tool of its maker and write it into %s"
                                    .formatted(pinFile);
                    case "CKR_TOKEN_WRITE_PROTECTED" ->
                            "it is write-protected; keys can be made only where it is not";
                    case "CKR_DEVICE_MEMORY" ->
                            "it is full; remove keys that nobody refers to with the tool of its maker";
                    case "CKR_MECHANISM_INVALID", "CKR_CURVE_NOT_SUPPORTED" ->
                            "it does not know this kind of key; choose another kind or another store";
                    case "no such key" ->
                            "the key is no longer in it; restore the token from its backup, or connect the one that holds the key";
                    default ->
                            "see that it is connected and switched on and answers the tool of its maker; when that does not help, start this program again, because some libraries find a device again only then";
                };
        return new KeyStoreUnavailableException(
                "T%s cannot be used (%s): %s.".formatted(token.substring(1), code, advice),
                getCause());
    }

    /** The innermost that looks like one; SunPKCS11 wraps them several times. */
    private static String code(Throwable cause) {
        String found = cause.getClass().getSimpleName();
        for (@Nullable Throwable each = cause; each != null; each = each.getCause()) {
            Matcher code = CODE.matcher(String.valueOf(each.getMessage()));
            if (code.find()) {
                found = code.group();
            }
        }
        return found;
    }
}
