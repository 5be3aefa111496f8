package org.yinxin.pki.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.security.KeyPair;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yinxin.pki.TestHierarchy;
import org.yinxin.pki.extension.KeyUsages;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.SoftwareSigningKey;

/** Whatever happens to an envelope on its way, it says so in the one declared exception or opens to the same key. */
class DamagedEnvelopeTest {

    private static final long SEED = 20261121;
    private static final int ROUNDS = 5_000;
    private static final TestHierarchy HIERARCHY = new TestHierarchy();
    private static final KeyPair SIGNING = KeyPairs.generate(KeyAlgorithm.SM2, HIERARCHY.random);
    private static final KeyPair INSIDE = KeyPairs.generate(KeyAlgorithm.SM2, HIERARCHY.random);

    static Stream<KeyEnvelopeEncoder> forms() {
        return Stream.of(
                new KeyEnvelopeEncoder.Sm2Enveloped(),
                new KeyEnvelopeEncoder.SkfBlob(SkfKeyField.OCTETS_32),
                new KeyEnvelopeEncoder.SkfBlob(SkfKeyField.OCTETS_64),
                new KeyEnvelopeEncoder.SignedAndEnveloped(
                        new EnvelopeSigner(HIERARCHY.key, HIERARCHY.root),
                        HIERARCHY.leaf("甲", KeyUsages.SIGNING, new SoftwareSigningKey(SIGNING))));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void cut_anywhere_or_continued_it_does_not_open(KeyEnvelopeEncoder form) {
        byte[] sound = sound(form);
        for (int length = 0; length <= sound.length + 1; length++) {
            if (length == sound.length) {
                continue;
            }
            byte[] cut = Arrays.copyOf(sound, length);
            try {
                form.open(cut, SIGNING.getPrivate());
                fail("opened with %d of %d octets".formatted(length, sound.length));
            } catch (EnvelopeException e) {
                assertThat(e.fault()).isEqualTo(EnvelopeFault.MALFORMED);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void with_any_one_bit_flipped_it_opens_to_no_other_key(KeyEnvelopeEncoder form) {
        byte[] sound = sound(form);
        int refused = 0;
        for (int bit = 0; bit < sound.length * 8; bit++) {
            byte[] flipped = sound.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            refused += opensToNoOther(form, flipped);
        }
        assertThat(refused).isGreaterThan(sound.length);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void with_many_octets_replaced_it_opens_to_no_other_key(KeyEnvelopeEncoder form) {
        Random random = new Random(SEED);
        byte[] sound = sound(form);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] damaged = sound.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            opensToNoOther(form, damaged);
        }
    }

    private static byte[] sound(KeyEnvelopeEncoder form) {
        return form.seal(SIGNING.getPublic(), INSIDE, HIERARCHY.random).encoded();
    }

    private static int opensToNoOther(KeyEnvelopeEncoder form, byte[] damaged) {
        try {
            assertThat(form.open(damaged, SIGNING.getPrivate()).getPrivate())
                    .isEqualTo(INSIDE.getPrivate());
            return 0;
        } catch (EnvelopeException e) {
            assertThat(e.fault()).isNotNull();
            return 1;
        }
    }
}
