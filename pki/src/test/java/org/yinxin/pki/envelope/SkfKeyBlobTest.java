package org.yinxin.pki.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.util.test.FixedSecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.PublicKeys;

class SkfKeyBlobTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ZEROS_32 = "00".repeat(32);

    /** The pairs and random numbers of the vector of SM2EnvelopedKey, so that its parts must come back here. */
    private static final KeyPair SIGNING =
            pair("3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8");

    private static final KeyPair ENCRYPTION =
            pair("128b2fa8bd433c6c068c8d803dff79792a519a55171b1b650c23661d15897263");

    private static final String ENCRYPTED =
            "49660a93fc61d46a3af331d027f3de62727bb7723baeaf9956c8de0a44ab8607";

    private static final byte[] BLOB =
            HEX.parseHex(
                    "01000000"
                            + "01040000"
                            + "00010000"
                            + ZEROS_32
                            + ENCRYPTED
                            + "00010000"
                            + ZEROS_32
                            + "d5548c7825cbb56150a3506cd57464af8a1ae0519dfaf3c58221dc810caf28dd"
                            + ZEROS_32
                            + "921073768fe3d59ce54e79a49445cf73fed23086537027264d168946d479533e"
                            + ZEROS_32
                            + "04ebfc718e8d1798620432268e77feb6415e2ede0e073c0f4f640ecd2e149a73"
                            + ZEROS_32
                            + "e858f9d81e5430a57b36daab8f950a3c64e6ee6a63094d99283aff767e124df0"
                            + "4423b448d18b4a1a86b0e264e928007803243a5a8d9d0b0e8953bfe4e928adcf"
                            + "10000000"
                            + "45c54abc791125fbc9bae9ecc8a65559");

    @Test
    void writes_each_field_in_its_place() {
        SecureRandom vectors =
                new FixedSecureRandom(
                        HEX.parseHex(
                                "0123456789abcdeffedcba9876543210"
                                        + "59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21"));
        assertThat(
                        SkfKeyBlob.seal(
                                        SkfKeyField.OCTETS_32,
                                        SIGNING.getPublic(),
                                        ENCRYPTION,
                                        vectors)
                                .encoded())
                .isEqualTo(BLOB);
    }

    @Test
    void opens_a_blob_that_was_put_together_from_its_fields() throws EnvelopeException {
        SkfKeyBlob blob = SkfKeyBlob.parse(BLOB);
        assertThat(blob.field()).isEqualTo(SkfKeyField.OCTETS_32);
        assertThat(blob.publicKey()).isEqualTo(ENCRYPTION.getPublic());
        assertThat(blob.open(SIGNING.getPrivate()).getPrivate()).isEqualTo(ENCRYPTION.getPrivate());
    }

    @ParameterizedTest
    @EnumSource(SkfKeyField.class)
    void opens_what_it_sealed_in_both_forms_of_the_field(SkfKeyField field) throws Exception {
        var encoder = new KeyEnvelopeEncoder.SkfBlob(field);
        byte[] blob = encoder.seal(SIGNING.getPublic(), ENCRYPTION, RANDOM).encoded();
        assertThat(blob).hasSize(388);
        assertThat(SkfKeyBlob.parse(blob).field()).isEqualTo(field);
        assertThat(encoder.open(blob, SIGNING.getPrivate()).getPrivate())
                .isEqualTo(ENCRYPTION.getPrivate());
    }

    @Test
    void the_long_form_encrypts_the_leading_zeros_too() {
        byte[] blob =
                SkfKeyBlob.seal(SkfKeyField.OCTETS_64, SIGNING.getPublic(), ENCRYPTION, RANDOM)
                        .encoded();
        byte[] firstBlock = Arrays.copyOfRange(blob, 12, 28);
        assertThat(firstBlock).isNotEqualTo(new byte[16]);
        assertThat(Arrays.copyOfRange(blob, 28, 44)).isEqualTo(firstBlock);
    }

    @Test
    void a_private_number_with_leading_zeros_keeps_its_place() throws Exception {
        KeyPair small = pair("5");
        for (SkfKeyField field : SkfKeyField.values()) {
            byte[] blob = SkfKeyBlob.seal(field, SIGNING.getPublic(), small, RANDOM).encoded();
            assertThat(SkfKeyBlob.parse(blob).open(SIGNING.getPrivate()).getPrivate())
                    .isEqualTo(small.getPrivate());
        }
    }

    @Test
    void refuses_another_length_version_or_size() {
        assertThat(parseFault(new byte[0])).isEqualTo(EnvelopeFault.MALFORMED);
        assertThat(parseFault(Arrays.copyOf(BLOB, 387))).isEqualTo(EnvelopeFault.MALFORMED);
        assertThat(parseFault(Arrays.copyOf(BLOB, 389))).isEqualTo(EnvelopeFault.MALFORMED);
        for (int at : new int[] {0, 8, 76, 368}) {
            assertThat(parseFault(flipped(at))).isEqualTo(EnvelopeFault.MALFORMED);
        }
    }

    @Test
    void refuses_another_cipher_than_sm4_in_ecb_mode() {
        assertThat(parseFault(flipped(4))).isEqualTo(EnvelopeFault.UNSUPPORTED_CIPHER);
    }

    @Test
    void refuses_coordinates_that_are_too_long_or_off_the_curve() {
        for (int at : new int[] {80, 144, 208, 272, 143}) {
            assertThat(parseFault(flipped(at))).isEqualTo(EnvelopeFault.MALFORMED);
        }
    }

    @Test
    void does_not_open_with_another_key_or_when_it_was_altered() {
        KeyPair other = KeyPairs.generate(KeyAlgorithm.SM2, RANDOM);
        assertThat(openFault(BLOB, other)).isEqualTo(EnvelopeFault.WRONG_KEY);
        for (int at : new int[] {271, 335, 336, 387}) {
            assertThat(openFault(flipped(at), SIGNING)).isEqualTo(EnvelopeFault.WRONG_KEY);
        }
        for (int at : new int[] {12, 43, 44, 75}) {
            assertThat(openFault(flipped(at), SIGNING))
                    .isEqualTo(EnvelopeFault.PUBLIC_KEY_MISMATCH);
        }
    }

    @Test
    void refuses_a_public_key_that_does_not_match_the_private_one() {
        byte[] point = PublicKeys.sm2Point(KeyPairs.generate(KeyAlgorithm.SM2, RANDOM).getPublic());
        byte[] blob = BLOB.clone();
        System.arraycopy(point, 1, blob, 112, 32);
        System.arraycopy(point, 33, blob, 176, 32);
        assertThat(openFault(blob, SIGNING)).isEqualTo(EnvelopeFault.PUBLIC_KEY_MISMATCH);
    }

    @Test
    void seals_only_sm2() {
        KeyPair p256 = KeyPairs.generate(KeyAlgorithm.P256, RANDOM);
        for (SkfKeyField field : SkfKeyField.values()) {
            assertThatThrownBy(() -> SkfKeyBlob.seal(field, p256.getPublic(), ENCRYPTION, RANDOM))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> SkfKeyBlob.seal(field, SIGNING.getPublic(), p256, RANDOM))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static byte[] flipped(int at) {
        byte[] blob = BLOB.clone();
        blob[at] ^= 1;
        return blob;
    }

    private static EnvelopeFault parseFault(byte[] blob) {
        return catchThrowableOfType(EnvelopeException.class, () -> SkfKeyBlob.parse(blob)).fault();
    }

    private static EnvelopeFault openFault(byte[] blob, KeyPair key) {
        return catchThrowableOfType(
                        EnvelopeException.class,
                        () -> SkfKeyBlob.parse(blob).open(key.getPrivate()))
                .fault();
    }

    private static KeyPair pair(String d) {
        return KeyPairs.sm2(new BigInteger(d, 16));
    }
}
