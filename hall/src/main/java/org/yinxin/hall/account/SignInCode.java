package org.yinxin.hall.account;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A code that was sent, as it is stored.
 *
 * @param digest in hexadecimal digits
 * @param wrong how many wrong tries it has met
 */
record SignInCode(String digest, Instant expiresAt, int wrong, @Nullable Instant usedAt) {

    boolean is(byte[] tried) {
        return MessageDigest.isEqual(HexFormat.of().parseHex(digest), tried);
    }
}
