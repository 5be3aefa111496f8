package org.yinxin.pki.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SoftwareSigningKeyTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @ParameterizedTest
    @EnumSource(names = {"SM2", "P256", "P384", "RSA_2048"})
    void signs_so_that_only_the_same_content_and_key_verify(KeyAlgorithm algorithm) {
        KeyPair pair = KeyPairs.generate(algorithm, RANDOM);
        SigningKey key = new SoftwareSigningKey(pair);
        byte[] content = {1, 2, 3};
        byte[] signature = key.sign(content);
        assertThat(PublicKeys.algorithmOf(pair.getPublic())).isEqualTo(algorithm);
        assertThat(verify(key, content, signature)).isTrue();
        assertThat(verify(key, new byte[] {1, 2, 4}, signature)).isFalse();
        SigningKey other = new SoftwareSigningKey(KeyPairs.generate(algorithm, RANDOM));
        assertThat(verify(other, content, signature)).isFalse();
        signature[signature.length - 1] ^= 1;
        assertThat(verify(key, content, signature)).isFalse();
        assertThat(verify(key, content, new byte[] {5})).isFalse();
        assertThat(verify(key, content, new byte[0])).isFalse();
    }

    @Test
    void does_not_verify_with_an_algorithm_of_another_kind_of_key() {
        SigningKey key = new SoftwareSigningKey(KeyPairs.generate(KeyAlgorithm.SM2, RANDOM));
        byte[] signature = key.sign(new byte[1]);
        assertThat(
                        Signatures.verify(
                                key.publicKey(),
                                KeyAlgorithm.P256.signatureAlgorithm(),
                                new byte[1],
                                signature))
                .isFalse();
    }

    @Test
    void many_virtual_threads_share_one_key() throws Exception {
        SigningKey key = new SoftwareSigningKey(KeyPairs.generate(KeyAlgorithm.SM2, RANDOM));
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            byte[] content = ByteBuffer.allocate(4).putInt(i).array();
            tasks.add(() -> verify(key, content, key.sign(content)));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> good : threads.invokeAll(tasks)) {
                assertThat(good.get()).isTrue();
            }
        }
    }

    @Test
    void does_not_tell_its_secret() {
        KeyPair pair = KeyPairs.generate(KeyAlgorithm.SM2, RANDOM);
        assertThat(new SoftwareSigningKey(pair)).hasToString("SoftwareSigningKey[SM2]");
    }

    private static boolean verify(SigningKey key, byte[] content, byte[] signature) {
        return Signatures.verify(key.publicKey(), key.signatureAlgorithm(), content, signature);
    }
}
