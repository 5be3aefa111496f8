package org.yinxin.hall.operator;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Makes, keeps and compares passwords; Argon2id, so that a stolen table is worth little. */
@Component
class Passwords {

    static final int SHORTEST = 10;
    static final int LONGEST = 200;
    private static final int KINDS = 3;

    // Without 0 O 1 l I, which people confuse when they copy from paper.
    private static final String LETTERS =
            "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int GROUPS = 4;
    private static final int GROUP = 4;

    private final PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final SecureRandom random;
    private @Nullable String nobodys;

    Passwords(SecureRandom random) {
        this.random = random;
    }

    /** Such as {@code hR4k-w7Tz-…}: 93 bits, easy to copy. */
    String fresh() {
        while (true) {
            var password = new StringBuilder();
            for (int at = 0; at < GROUPS * GROUP; at++) {
                if (at > 0 && at % GROUP == 0) {
                    password.append('-');
                }
                password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            if (isGood(password.toString())) {
                return password.toString();
            }
        }
    }

    String hash(String password) {
        String hash = encoder.encode(normal(password));
        if (hash == null) {
            throw new IllegalStateException("a password has a hash");
        }
        return hash;
    }

    boolean matches(String password, String hash) {
        return password.length() <= LONGEST && encoder.matches(normal(password), hash);
    }

    /** Takes as long as a real comparison, so that the time does not tell which names exist. */
    void pretend(String password) {
        boolean never = matches(password, nobodys());
        if (never) {
            throw new IllegalStateException("somebody guessed a password that was never given out");
        }
    }

    /** Long enough and of three kinds: small, capital, digit, other. */
    static boolean isGood(String password) {
        long kinds =
                Stream.of("[a-z]", "[A-Z]", "[0-9]", "[^a-zA-Z0-9]")
                        .filter(kind -> password.matches("(?s).*" + kind + ".*"))
                        .count();
        return password.length() >= SHORTEST && password.length() <= LONGEST && kinds >= KINDS;
    }

    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    // Hashed when it is first wanted: the hall's start does not wait for it.
    private synchronized String nobodys() {
        if (nobodys == null) {
            nobodys = hash(fresh());
        }
        return nobodys;
    }
}
