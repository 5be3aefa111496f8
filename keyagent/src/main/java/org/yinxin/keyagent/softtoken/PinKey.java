package org.yinxin.keyagent.softtoken;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.yinxin.keyagent.medium.Pin;

/** The key that a PIN gives: Argon2id (RFC 9106) with 19 MiB and two passes, about 50 ms. */
final class PinKey {

    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;
    private static final int KEY_BYTES = 32;

    private PinKey() {}

    static byte[] derive(Pin pin, byte[] salt) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(KIBIBYTES)
                        .withIterations(PASSES)
                        .withParallelism(1)
                        .withSalt(salt)
                        .build());
        byte[] key = new byte[KEY_BYTES];
        argon2.generateBytes(pin.value().getBytes(StandardCharsets.UTF_8), key);
        return key;
    }
}
