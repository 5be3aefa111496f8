package org.yinxin.authority.key.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.key.KeyStoreUnavailableException;

/** With an AES key in SoftHSM2. */
class TokenCipherTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String KEY = "wrapping-1";
    private static final byte[] CLEAR = "a private number".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BOUND = "its row".getBytes(StandardCharsets.US_ASCII);

    @TempDir private static Path folder;
    private static String token;
    private final AuthorityBench.MovingClock clock = new AuthorityBench.MovingClock();

    @BeforeAll
    static void makeAKey() {
        token = SoftHsm.token();
        SoftHsm.makeAesKey(SoftHsm.settings(token, folder), KEY);
    }

    private TokenCipher cipher(String key) {
        return new TokenCipher(SoftHsm.settings(token, folder), key, clock);
    }

    private static byte[] octets(int length) {
        byte[] octets = new byte[length];
        RANDOM.nextBytes(octets);
        return octets;
    }

    private static byte[] changed(byte[] octets) {
        byte[] changed = octets.clone();
        changed[changed.length / 2] ^= 1;
        return changed;
    }

    @Test
    void what_it_encrypts_opens_again_and_only_with_the_same_bond_and_nonce() {
        byte[] nonce = octets(12);
        byte[] sealed = cipher(KEY).encrypt(nonce, BOUND, CLEAR);
        assertThat(sealed).hasSize(CLEAR.length + 16);
        TokenCipher again = cipher(KEY);
        assertThat(again.decrypt(nonce, BOUND, sealed)).hasValue(CLEAR);
        assertThat(again.decrypt(nonce, changed(BOUND), sealed)).isEmpty();
        assertThat(again.decrypt(changed(nonce), BOUND, sealed)).isEmpty();
        assertThat(again.decrypt(nonce, BOUND, changed(sealed))).isEmpty();
        assertThat(again.decrypt(nonce, BOUND, sealed)).hasValue(CLEAR);
    }

    @Test
    void goes_on_after_its_sessions_were_ended() {
        TokenCipher cipher = cipher(KEY);
        byte[] nonce = octets(12);
        byte[] sealed = cipher.encrypt(nonce, BOUND, CLEAR);
        SoftHsm.endSessions(token);
        assertThat(cipher.decrypt(nonce, BOUND, sealed)).hasValue(CLEAR);
    }

    @Test
    void says_when_the_token_holds_no_such_key() {
        TokenCipher cipher = cipher("wrapping-2");
        assertThatExceptionOfType(KeyStoreUnavailableException.class)
                .isThrownBy(() -> cipher.encrypt(octets(12), BOUND, CLEAR))
                .withMessageContaining("The token " + token)
                .withMessageContaining("the key is no longer in it");
        assertThat(cipher).hasToString("TokenCipher[wrapping-2 in the token " + token + "]");
    }

    @Test
    void several_threads_use_it_at_once() throws Exception {
        TokenCipher cipher = cipher(KEY);
        Callable<Long> work =
                () ->
                        IntStream.range(0, 40)
                                .mapToObj(_ -> octets(12))
                                .filter(
                                        nonce ->
                                                cipher.decrypt(
                                                                nonce,
                                                                BOUND,
                                                                cipher.encrypt(nonce, BOUND, CLEAR))
                                                        .isPresent())
                                .count();
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<Long>> done =
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(_ -> work).toList());
            for (Future<Long> each : done) {
                assertThat(each.get()).isEqualTo(40);
            }
        }
    }
}
