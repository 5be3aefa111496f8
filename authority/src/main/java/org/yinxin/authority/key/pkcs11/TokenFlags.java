package org.yinxin.authority.key.pkcs11;

import java.util.Optional;

/** What a token says about itself before anybody logs in: the flags of CK_TOKEN_INFO (PKCS#11 v2.40, 3.2). */
record TokenFlags(long value) {

    private static final long USER_PIN_INITIALIZED = 0x8;
    private static final long TOKEN_INITIALIZED = 0x400;
    private static final long USER_PIN_FINAL_TRY = 0x20000;
    private static final long USER_PIN_LOCKED = 0x40000;

    /** Why nobody should try to log in, in words that follow the name of the token. */
    Optional<String> fault() {
        if (has(USER_PIN_LOCKED)) {
            return Optional.of(
                    "has locked its PIN after too many wrong ones; unlock it with the tool of its maker"
                            + " and the security officer's PIN");
        }
        if (has(USER_PIN_FINAL_TRY)) {
            return Optional.of(
                    "allows one more try of its PIN, which is not risked here; log in once with the tool of"
                            + " its maker and the right PIN, which sets its count back");
        }
        if (!has(TOKEN_INITIALIZED) || !has(USER_PIN_INITIALIZED)) {
            return Optional.of(
                    "is not ready for use; initialise it and give it a user's PIN with the tool of its maker");
        }
        return Optional.empty();
    }

    private boolean has(long flag) {
        return (value & flag) != 0;
    }
}
