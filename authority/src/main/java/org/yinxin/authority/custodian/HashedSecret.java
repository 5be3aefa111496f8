package org.yinxin.authority.custodian;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A secret as it is kept: Argon2id (RFC 9106) with a salt of its own. The secrets are drawn and long, and hashed slowly all the same,
 * because a stolen table outlives every lock.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared but by matches
public record HashedSecret(byte[] salt, byte[] hash) {

    private static final int SALT_OCTETS = 16;
    private static final int HASH_OCTETS = 32;
    private static final int ITERATIONS = 2;
    private static final int MEMORY_KILOBYTES = 16 * 1024;

    // No o and l, which pass for 0 and 1: people type these.
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP = 5;

    /** Draws a secret of 100 bits, in groups that can be read aloud and typed. */
    static String draw(SecureRandom random) {
        StringBuilder secret = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            secret.append(i > 0 && i % GROUP == 0 ? "-" : "");
            secret.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return secret.toString();
    }

    static HashedSecret of(char[] secret, SecureRandom random) {
        byte[] salt = new byte[SALT_OCTETS];
        random.nextBytes(salt);
        return new HashedSecret(salt, hash(secret, salt));
    }

    /** Of no secret at all; comparing with it takes as long as with any other. */
    static HashedSecret ofNobody() {
        return new HashedSecret(new byte[SALT_OCTETS], new byte[HASH_OCTETS]);
    }

    boolean matches(char[] secret) {
        return MessageDigest.isEqual(hash, hash(secret, salt));
    }

    private static byte[] hash(char[] secret, byte[] salt) {
        byte[] octets = new String(secret).getBytes(StandardCharsets.UTF_8);
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(
                    new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                            .withIterations(ITERATIONS)
                            .withMemoryAsKB(MEMORY_KILOBYTES)
                            .withParallelism(1)
                            .withSalt(salt)
                            .build());
            byte[] hash = new byte[HASH_OCTETS];
            generator.generateBytes(octets, hash);
            return hash;
        } finally {
            Arrays.fill(octets, (byte) 0);
        }
    }
}
