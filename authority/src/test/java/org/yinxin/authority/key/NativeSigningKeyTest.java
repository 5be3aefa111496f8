package org.yinxin.authority.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.Signatures;
import org.yinxin.pki.key.SigningKey;
import org.yinxin.pki.key.SoftwareSigningKey;

/** What OpenSSL signs, verified by Bouncy Castle. */
class NativeSigningKeyTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    private static KeyPair pair(KeyAlgorithm algorithm) {
        return KeyPairs.generate(algorithm, RANDOM);
    }

    private static boolean verified(SigningKey key, byte[] content, byte[] signature) {
        return Signatures.verify(key.publicKey(), key.signatureAlgorithm(), content, signature);
    }

    private static byte[] octets(int length) {
        byte[] octets = new byte[length];
        RANDOM.nextBytes(octets);
        return octets;
    }

    @ParameterizedTest
    @EnumSource(names = {"P256", "RSA_2048", "RSA_3072", "RSA_4096"})
    void signs_what_others_verify(KeyAlgorithm algorithm) throws IOException {
        SigningKey key = NativeSigningKey.of(pair(algorithm)).orElseThrow();
        assertThat(key).isInstanceOf(NativeSigningKey.class);
        for (int length : new int[] {0, 1, 1000, 100_000}) {
            byte[] content = octets(length);
            byte[] whole = key.sign(content);
            byte[] streamed = key.sign(new ByteArrayInputStream(content));
            assertThat(verified(key, content, whole)).isTrue();
            assertThat(verified(key, content, streamed)).isTrue();
            assertThat(verified(key, octets(length + 1), whole)).isFalse();
        }
    }

    @Test
    void several_threads_sign_at_once() throws Exception {
        SigningKey key = NativeSigningKey.of(pair(KeyAlgorithm.P256)).orElseThrow();
        Callable<Long> work =
                () ->
                        IntStream.range(0, 200)
                                .mapToObj(_ -> octets(100))
                                .filter(content -> verified(key, content, key.sign(content)))
                                .count();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> done =
                    threads.invokeAll(IntStream.range(0, 16).mapToObj(_ -> work).toList());
            for (Future<Long> each : done) {
                assertThat(each.get()).isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SM2", "P384"})
    void leaves_to_bouncy_castle_what_is_not_faster(KeyAlgorithm algorithm) {
        assertThat(NativeSigningKey.fastest(pair(algorithm), RANDOM))
                .isInstanceOf(SoftwareSigningKey.class);
    }

    @Test
    void tells_nothing_of_the_key() {
        assertThat(NativeSigningKey.fastest(pair(KeyAlgorithm.P256), RANDOM))
                .hasToString("NativeSigningKey[P256]");
    }
}
