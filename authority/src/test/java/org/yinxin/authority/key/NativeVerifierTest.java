package org.yinxin.authority.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.jce.interfaces.ECPublicKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.MalformedKeyException;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.key.SignatureVerifier;
import org.yinxin.pki.key.Signatures;
import org.yinxin.pki.key.SoftwareSigningKey;

/** Whatever OpenSSL is asked, it answers what Bouncy Castle does. */
class NativeVerifierTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AlgorithmIdentifier P256 = KeyAlgorithm.P256.signatureAlgorithm();
    private static final SignatureVerifier VERIFIER = NativeVerifier.of(RANDOM).orElseThrow();

    private static byte[] octets(int length) {
        byte[] octets = new byte[length];
        RANDOM.nextBytes(octets);
        return octets;
    }

    private static void assertAgreed(
            KeyPair pair, AlgorithmIdentifier algorithm, byte[] content, byte[] signature) {
        assertThat(VERIFIER.verify(pair.getPublic(), algorithm, content, signature))
                .as(HexFormat.of().formatHex(signature))
                .isEqualTo(Signatures.verify(pair.getPublic(), algorithm, content, signature));
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void tells_right_from_wrong_with_keys_of_any_kind(KeyAlgorithm algorithm) {
        KeyPair pair = KeyPairs.generate(algorithm, RANDOM);
        SoftwareSigningKey key = new SoftwareSigningKey(pair);
        byte[] content = octets(500);
        byte[] signature = key.sign(content);
        assertThat(VERIFIER.verify(pair.getPublic(), key.signatureAlgorithm(), content, signature))
                .isTrue();
        assertThat(
                        VERIFIER.verify(
                                pair.getPublic(), key.signatureAlgorithm(), octets(500), signature))
                .isFalse();
        assertAgreed(pair, P256, content, signature);
    }

    /** RFC 6979, A.2.5, with SHA-256 and the message "sample". */
    @Test
    void verifies_what_others_have_signed() throws MalformedKeyException {
        byte[] spki =
                HexFormat.of()
                        .parseHex(
                                "3059301306072a8648ce3d020106082a8648ce3d030107034200"
                                        + "0460fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"
                                        + "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299");
        byte[] signature =
                HexFormat.of()
                        .parseHex(
                                "3046022100efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
                                        + "022100f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8");
        assertThat(
                        VERIFIER.verify(
                                PublicKeys.decode(spki),
                                P256,
                                "sample".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                                signature))
                .isTrue();
    }

    @Test
    void agrees_on_signatures_that_were_broken_anywhere() {
        KeyPair pair = KeyPairs.generate(KeyAlgorithm.P256, RANDOM);
        byte[] content = octets(50);
        byte[] signature = new SoftwareSigningKey(pair).sign(content);
        for (int length = 0; length < signature.length; length++) {
            assertAgreed(pair, P256, content, Arrays.copyOf(signature, length));
        }
        for (int bit = 0; bit < 8 * signature.length; bit++) {
            byte[] broken = signature.clone();
            broken[bit / 8] ^= (byte) (1 << bit % 8);
            assertAgreed(pair, P256, content, broken);
        }
        assertAgreed(pair, P256, content, Arrays.copyOf(signature, signature.length + 1));
        assertAgreed(pair, P256, content, octets(10_000));
    }

    @Test
    void agrees_on_numbers_at_the_edges() throws Exception {
        KeyPair pair = KeyPairs.generate(KeyAlgorithm.P256, RANDOM);
        BigInteger order = ((ECPublicKey) pair.getPublic()).getParameters().getN();
        BigInteger wide = order.shiftLeft(8);
        List<BigInteger> edges =
                List.of(
                        BigInteger.ZERO,
                        BigInteger.ONE,
                        order.subtract(BigInteger.ONE),
                        order,
                        order.add(BigInteger.ONE));
        for (BigInteger r : edges) {
            for (BigInteger s : edges) {
                byte[] signature = StandardDSAEncoding.INSTANCE.encode(wide, r, s);
                assertAgreed(pair, P256, octets(9), signature);
                assertThat(VERIFIER.verify(pair.getPublic(), P256, octets(9), signature)).isFalse();
            }
        }
    }

    @Test
    void several_threads_verify_signatures_of_several_keys() throws Exception {
        Callable<Long> work =
                () -> {
                    KeyPair pair = KeyPairs.generate(KeyAlgorithm.P256, RANDOM);
                    SoftwareSigningKey key = new SoftwareSigningKey(pair);
                    return IntStream.range(0, 200)
                            .mapToObj(_ -> octets(100))
                            .filter(
                                    content ->
                                            VERIFIER.verify(
                                                    pair.getPublic(),
                                                    P256,
                                                    content,
                                                    key.sign(content)))
                            .count();
                };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> done =
                    threads.invokeAll(IntStream.range(0, 16).mapToObj(_ -> work).toList());
            for (Future<Long> each : done) {
                assertThat(each.get()).isEqualTo(200);
            }
        }
    }
}
