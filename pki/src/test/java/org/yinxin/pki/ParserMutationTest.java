package org.yinxin.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yinxin.pki.envelope.EnvelopeException;
import org.yinxin.pki.envelope.Sm2EnvelopedKey;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.MalformedKeyException;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.key.Sm2Encryption;
import org.yinxin.pki.key.SoftwareSigningKey;
import org.yinxin.pki.key.UndecipherableException;
import org.yinxin.pki.name.SubjectName;
import org.yinxin.pki.request.ParsedRequest;
import org.yinxin.pki.request.SigningRequest;
import org.yinxin.pki.request.SigningRequests;

/** Whatever the bytes, a parser gives one of its declared answers. The seed is fixed, so a failure can be seen again. */
class ParserMutationTest {

    private static final int ROUNDS = 20_000;
    private static final SecureRandom SECURE = new SecureRandom();
    private static final KeyPair PAIR = KeyPairs.generate(KeyAlgorithm.SM2, SECURE);
    private static final SubjectName SUBJECT =
            new SubjectName("CN", null, null, "星河", List.of(), "星河");

    private final Random random = new Random(20261121);

    @Test
    void no_mutation_of_a_request_is_accepted_or_escapes() {
        for (KeyAlgorithm algorithm :
                List.of(KeyAlgorithm.SM2, KeyAlgorithm.P256, KeyAlgorithm.RSA_2048)) {
            KeyPair pair = KeyPairs.generate(algorithm, SECURE);
            byte[] original = SigningRequests.build(new SoftwareSigningKey(pair), SUBJECT);
            for (int i = 0; i < ROUNDS / 2; i++) {
                byte[] mutated = mutate(original);
                switch (SigningRequests.parse(mutated)) {
                    case ParsedRequest.Rejected _ -> {}
                    case ParsedRequest.Accepted(SigningRequest request) ->
                            assertThat(request.der()).isEqualTo(original);
                }
            }
        }
    }

    @Test
    void no_mutation_of_a_pem_request_escapes() {
        byte[] original =
                SigningRequests.toPem(SigningRequests.build(new SoftwareSigningKey(PAIR), SUBJECT))
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        for (int i = 0; i < ROUNDS; i++) {
            assertThat(SigningRequests.parse(mutate(original))).isNotNull();
        }
    }

    @Test
    void no_mutation_of_an_envelope_opens_to_another_key_or_escapes() {
        KeyPair inside = KeyPairs.generate(KeyAlgorithm.SM2, SECURE);
        byte[] original = Sm2EnvelopedKey.seal(PAIR.getPublic(), inside, SECURE).encoded();
        for (int i = 0; i < ROUNDS; i++) {
            byte[] mutated = mutate(original);
            try {
                KeyPair opened = Sm2EnvelopedKey.parse(mutated).open(PAIR.getPrivate());
                assertThat(opened.getPublic()).isEqualTo(inside.getPublic());
            } catch (EnvelopeException e) {
                assertThat(e.fault()).isNotNull();
            }
        }
    }

    @Test
    void no_mutation_of_a_key_escapes() {
        byte[] original = PAIR.getPublic().getEncoded();
        for (int i = 0; i < ROUNDS; i++) {
            try {
                PublicKeys.decode(mutate(original));
            } catch (MalformedKeyException e) {
                assertThat(e.fault()).isNotNull();
            }
        }
    }

    @Test
    void no_mutation_of_a_cipher_text_opens() throws UndecipherableException {
        byte[] original = Sm2Encryption.encrypt(PAIR.getPublic(), new byte[] {1, 2, 3}, SECURE);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] mutated = mutate(original);
            if (Arrays.equals(mutated, original)) {
                continue;
            }
            try {
                Sm2Encryption.decrypt(PAIR.getPrivate(), mutated);
                fail("opened round " + i);
            } catch (UndecipherableException e) {
                assertThat(e).hasNoCause();
            }
        }
    }

    /** One to three of: a changed bit, a random byte, a cut, an insertion, a part copied elsewhere. */
    private byte[] mutate(byte[] original) {
        byte[] bytes = original.clone();
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times && bytes.length > 1; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> bytes = Arrays.copyOf(bytes, at + 1);
                case 3 -> {
                    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
                    System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
                    longer[at] = (byte) random.nextInt(256);
                    bytes = longer;
                }
                default -> {
                    int from = random.nextInt(bytes.length);
                    int length = random.nextInt(bytes.length - Math.max(at, from));
                    System.arraycopy(bytes, from, bytes, at, length);
                }
            }
        }
        return bytes;
    }
}
