package org.yinxin.pki.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.util.test.FixedSecureRandom;
import org.junit.jupiter.api.Test;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.key.Sm2Encryption;

class Sm2EnvelopedKeyTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SYMMETRIC_KEY = "0123456789abcdeffedcba9876543210";
    private static final String K =
            "59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21";

    /** The pair of GB/T 32918.5-2017's examples. */
    private static final KeyPair SIGNING =
            pair("3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8");

    private static final KeyPair ENCRYPTION =
            pair("128b2fa8bd433c6c068c8d803dff79792a519a55171b1b650c23661d15897263");

    /** Made once with other code, and opened with OpenSSL 3. */
    private static final byte[] VECTOR =
            HEX.parseHex(
                    "3081f0300c06082a811ccf5501680105003079022004ebfc718e8d1798620432268e77feb6415e2e"
                            + "de0e073c0f4f640ecd2e149a73022100e858f9d81e5430a57b36daab8f950a3c64e6ee6a6309"
                            + "4d99283aff767e124df004204423b448d18b4a1a86b0e264e928007803243a5a8d9d0b0e8953"
                            + "bfe4e928adcf041045c54abc791125fbc9bae9ecc8a6555903420004d5548c7825cbb56150a3"
                            + "506cd57464af8a1ae0519dfaf3c58221dc810caf28dd921073768fe3d59ce54e79a49445cf73"
                            + "fed23086537027264d168946d479533e03210049660a93fc61d46a3af331d027f3de62727bb7"
                            + "723baeaf9956c8de0a44ab8607");

    @Test
    void opens_the_vector_and_writes_it_again() throws EnvelopeException {
        Sm2EnvelopedKey envelope = Sm2EnvelopedKey.parse(VECTOR);
        assertThat(envelope.encoded()).isEqualTo(VECTOR);
        assertThat(envelope.publicKey()).isEqualTo(ENCRYPTION.getPublic());
        KeyPair opened = envelope.open(SIGNING.getPrivate());
        assertThat(opened.getPublic()).isEqualTo(ENCRYPTION.getPublic());
        assertThat(opened.getPrivate()).isEqualTo(ENCRYPTION.getPrivate());
    }

    @Test
    void seals_the_vector_from_the_same_random_numbers() {
        SecureRandom vectors = new FixedSecureRandom(HEX.parseHex(SYMMETRIC_KEY + K));
        assertThat(Sm2EnvelopedKey.seal(SIGNING.getPublic(), ENCRYPTION, vectors).encoded())
                .isEqualTo(VECTOR);
    }

    @Test
    void opens_what_it_sealed() throws EnvelopeException {
        KeyPair pair = KeyPairs.generate(KeyAlgorithm.SM2, RANDOM);
        byte[] der = Sm2EnvelopedKey.seal(SIGNING.getPublic(), pair, RANDOM).encoded();
        KeyPair opened = Sm2EnvelopedKey.parse(der).open(SIGNING.getPrivate());
        assertThat(opened.getPrivate()).isEqualTo(pair.getPrivate());
    }

    @Test
    void two_envelopes_of_one_key_have_nothing_secret_in_common() {
        byte[] one = Sm2EnvelopedKey.seal(SIGNING.getPublic(), ENCRYPTION, RANDOM).encoded();
        byte[] two = Sm2EnvelopedKey.seal(SIGNING.getPublic(), ENCRYPTION, RANDOM).encoded();
        assertThat(Arrays.copyOfRange(one, one.length - 32, one.length))
                .isNotEqualTo(Arrays.copyOfRange(two, two.length - 32, two.length));
    }

    @Test
    void names_sm4_itself_for_ecb_as_some_makers_do() throws Exception {
        byte[] der = with(0, new AlgorithmIdentifier(GMObjectIdentifiers.sm_scheme.branch("104")));
        assertThat(Sm2EnvelopedKey.parse(der).open(SIGNING.getPrivate()).getPublic())
                .isEqualTo(ENCRYPTION.getPublic());
    }

    @Test
    void refuses_sm4_in_cbc_mode() throws Exception {
        byte[] der =
                with(0, new AlgorithmIdentifier(GMObjectIdentifiers.sms4_cbc, DERNull.INSTANCE));
        assertThat(parseFault(der)).isEqualTo(EnvelopeFault.UNSUPPORTED_CIPHER);
    }

    @Test
    void refuses_parameters_that_ecb_does_not_have() throws Exception {
        byte[] der =
                with(
                        0,
                        new AlgorithmIdentifier(
                                GMObjectIdentifiers.sms4_ecb, GMObjectIdentifiers.sm3));
        assertThat(parseFault(der)).isEqualTo(EnvelopeFault.UNSUPPORTED_CIPHER);
    }

    @Test
    void refuses_what_is_no_der_sequence_of_four() throws Exception {
        assertThat(parseFault(new byte[0])).isEqualTo(EnvelopeFault.MALFORMED);
        assertThat(parseFault(new byte[] {0x30, 0})).isEqualTo(EnvelopeFault.MALFORMED);
        assertThat(parseFault(new byte[1 << 20])).isEqualTo(EnvelopeFault.MALFORMED);
        assertThat(parseFault(Arrays.copyOf(VECTOR, VECTOR.length - 1)))
                .isEqualTo(EnvelopeFault.MALFORMED);
        assertThat(parseFault(Arrays.copyOf(VECTOR, VECTOR.length + 1)))
                .isEqualTo(EnvelopeFault.MALFORMED);
        assertThat(parseFault(new DERSequence().getEncoded())).isEqualTo(EnvelopeFault.MALFORMED);
        assertThat(parseFault(with(1, DERNull.INSTANCE))).isEqualTo(EnvelopeFault.MALFORMED);
    }

    @Test
    void refuses_a_private_key_of_another_length() throws Exception {
        assertThat(parseFault(with(3, new DERBitString(new byte[31]))))
                .isEqualTo(EnvelopeFault.MALFORMED);
        assertThat(parseFault(with(3, new DERBitString(new byte[32], 1))))
                .isEqualTo(EnvelopeFault.MALFORMED);
    }

    @Test
    void refuses_a_public_key_off_the_curve() throws Exception {
        byte[] point = PublicKeys.sm2Point(ENCRYPTION.getPublic());
        point[64] ^= 1;
        assertThat(parseFault(with(2, new DERBitString(point)))).isEqualTo(EnvelopeFault.MALFORMED);
    }

    @Test
    void refuses_a_wrapped_key_that_is_too_short() throws Exception {
        byte[] wrapped = Sm2Encryption.encrypt(SIGNING.getPublic(), new byte[15], RANDOM);
        assertThat(openFault(with(1, ASN1Primitive.fromByteArray(wrapped)), SIGNING))
                .isEqualTo(EnvelopeFault.MALFORMED);
    }

    @Test
    void does_not_open_with_another_key() {
        assertThat(openFault(VECTOR, KeyPairs.generate(KeyAlgorithm.SM2, RANDOM)))
                .isEqualTo(EnvelopeFault.WRONG_KEY);
    }

    @Test
    void refuses_a_public_key_that_does_not_match_the_private_one() throws Exception {
        KeyPair other = KeyPairs.generate(KeyAlgorithm.SM2, RANDOM);
        byte[] der = with(2, new DERBitString(PublicKeys.sm2Point(other.getPublic())));
        assertThat(openFault(der, SIGNING)).isEqualTo(EnvelopeFault.PUBLIC_KEY_MISMATCH);
    }

    @Test
    void notices_an_altered_private_key() throws Exception {
        byte[] altered = VECTOR.clone();
        altered[altered.length - 1] ^= 1;
        assertThat(openFault(altered, SIGNING)).isEqualTo(EnvelopeFault.PUBLIC_KEY_MISMATCH);
    }

    @Test
    void seals_only_sm2() {
        KeyPair p256 = KeyPairs.generate(KeyAlgorithm.P256, RANDOM);
        assertThatThrownBy(() -> Sm2EnvelopedKey.seal(p256.getPublic(), ENCRYPTION, RANDOM))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sm2EnvelopedKey.seal(SIGNING.getPublic(), p256, RANDOM))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] with(int index, ASN1Encodable part) throws Exception {
        ASN1Encodable[] parts = ASN1Sequence.getInstance(VECTOR).toArray();
        parts[index] = part;
        return new DERSequence(parts).getEncoded(ASN1Encoding.DER);
    }

    private static EnvelopeFault parseFault(byte[] der) {
        return catchThrowableOfType(EnvelopeException.class, () -> Sm2EnvelopedKey.parse(der))
                .fault();
    }

    private static EnvelopeFault openFault(byte[] der, KeyPair key) {
        return catchThrowableOfType(
                        EnvelopeException.class,
                        () -> Sm2EnvelopedKey.parse(der).open(key.getPrivate()))
                .fault();
    }

    private static KeyPair pair(String d) {
        return KeyPairs.sm2(new BigInteger(d, 16));
    }
}
