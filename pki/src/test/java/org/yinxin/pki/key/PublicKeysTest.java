package org.yinxin.pki.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublicKeysTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final PublicKey SM2 = KeyPairs.generate(KeyAlgorithm.SM2, RANDOM).getPublic();

    @ParameterizedTest
    @EnumSource(names = {"SM2", "P256", "P384", "RSA_2048"})
    void reads_what_it_wrote(KeyAlgorithm algorithm) throws MalformedKeyException {
        PublicKey key = KeyPairs.generate(algorithm, RANDOM).getPublic();
        PublicKey read = PublicKeys.decode(key.getEncoded());
        assertThat(read).isEqualTo(key);
        assertThat(read.getEncoded()).isEqualTo(key.getEncoded());
    }

    @Test
    void refuses_a_point_off_the_curve() {
        byte[] der = SM2.getEncoded();
        der[der.length - 1] ^= 1;
        assertThat(faultOf(der)).isEqualTo(KeyFault.POINT_NOT_ON_CURVE);
    }

    @Test
    void refuses_the_point_at_infinity_and_compressed_points() throws Exception {
        AlgorithmIdentifier algorithm =
                SubjectPublicKeyInfo.getInstance(SM2.getEncoded()).getAlgorithm();
        byte[] compressed = Arrays.copyOf(PublicKeys.sm2Point(SM2), 33);
        compressed[0] = 2;
        assertThat(faultOf(spki(algorithm, new byte[1]))).isEqualTo(KeyFault.MALFORMED);
        assertThat(faultOf(spki(algorithm, new byte[0]))).isEqualTo(KeyFault.MALFORMED);
        assertThat(faultOf(spki(algorithm, compressed))).isEqualTo(KeyFault.MALFORMED);
    }

    @Test
    void refuses_other_curves_and_curves_spelled_out() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", BouncyCastle.PROVIDER);
        generator.initialize(new ECGenParameterSpec("secp256k1"), RANDOM);
        assertThat(faultOf(generator.generateKeyPair().getPublic().getEncoded()))
                .isEqualTo(KeyFault.UNSUPPORTED);
        AlgorithmIdentifier implicit =
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, DERNull.INSTANCE);
        assertThat(faultOf(spki(implicit, PublicKeys.sm2Point(SM2))))
                .isEqualTo(KeyFault.UNSUPPORTED);
    }

    @Test
    void refuses_weak_odd_and_nonsensical_rsa() throws Exception {
        BigInteger f4 = BigInteger.valueOf(65537);
        BigInteger sound = BigInteger.TWO.pow(2047).add(BigInteger.ONE);
        assertThat(faultOf(rsa(BigInteger.TWO.pow(1023).add(BigInteger.ONE), f4)))
                .isEqualTo(KeyFault.TOO_SMALL);
        assertThat(faultOf(rsa(BigInteger.TWO.pow(2100), f4))).isEqualTo(KeyFault.UNSUPPORTED);
        assertThat(faultOf(rsa(sound, BigInteger.valueOf(3)))).isEqualTo(KeyFault.UNSUPPORTED);
        assertThat(faultOf(rsa(sound, BigInteger.valueOf(65538)))).isEqualTo(KeyFault.UNSUPPORTED);
        assertThat(faultOf(rsa(BigInteger.TWO.pow(2047), f4))).isEqualTo(KeyFault.MALFORMED);
        assertThat(
                        faultOf(
                                spki(
                                        rsaAlgorithm(),
                                        new DERSequence(
                                                        new ASN1Encodable[] {
                                                            new ASN1Integer(sound.negate()),
                                                            new ASN1Integer(f4)
                                                        })
                                                .getEncoded())))
                .isEqualTo(KeyFault.MALFORMED);
        assertThat(faultOf(spki(rsaAlgorithm(), new byte[] {1}))).isEqualTo(KeyFault.MALFORMED);
    }

    @Test
    void refuses_garbage_trailing_bytes_and_huge_input() {
        byte[] trailing = Arrays.copyOf(SM2.getEncoded(), SM2.getEncoded().length + 1);
        assertThat(faultOf(trailing)).isEqualTo(KeyFault.MALFORMED);
        assertThat(faultOf(new byte[0])).isEqualTo(KeyFault.MALFORMED);
        assertThat(faultOf(new byte[] {0x30, 0})).isEqualTo(KeyFault.MALFORMED);
        assertThat(faultOf(new byte[1 << 20])).isEqualTo(KeyFault.MALFORMED);
    }

    @Test
    void refuses_other_kinds_of_keys() throws Exception {
        PublicKey ed25519 =
                KeyPairGenerator.getInstance("Ed25519", BouncyCastle.PROVIDER)
                        .generateKeyPair()
                        .getPublic();
        assertThat(faultOf(ed25519.getEncoded())).isEqualTo(KeyFault.UNSUPPORTED);
        assertThatThrownBy(() -> PublicKeys.algorithmOf(ed25519))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void private_numbers_out_of_range_make_no_key() {
        assertThatThrownBy(() -> KeyPairs.sm2(BigInteger.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KeyPairs.sm2(Sm2Curve.N.subtract(BigInteger.ONE)))
                .isInstanceOf(IllegalArgumentException.class);
        KeyPairs.sm2(Sm2Curve.N.subtract(BigInteger.TWO));
    }

    @Test
    void sm2_encryption_needs_sm2_keys_and_something_to_encrypt() {
        PublicKey p256 = KeyPairs.generate(KeyAlgorithm.P256, RANDOM).getPublic();
        var p256Private = KeyPairs.generate(KeyAlgorithm.P256, RANDOM).getPrivate();
        assertThatThrownBy(() -> Sm2Encryption.encrypt(p256, new byte[1], RANDOM))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sm2Encryption.encrypt(SM2, new byte[0], RANDOM))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sm2Encryption.decrypt(p256Private, new byte[9]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static KeyFault faultOf(byte[] der) {
        return catchThrowableOfType(MalformedKeyException.class, () -> PublicKeys.decode(der))
                .fault();
    }

    private static byte[] rsa(BigInteger modulus, BigInteger exponent) throws Exception {
        ASN1Encodable key = new RSAPublicKey(modulus, exponent);
        return new SubjectPublicKeyInfo(rsaAlgorithm(), key).getEncoded();
    }

    private static AlgorithmIdentifier rsaAlgorithm() {
        return new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
    }

    private static byte[] spki(AlgorithmIdentifier algorithm, byte[] key) throws Exception {
        return new SubjectPublicKeyInfo(algorithm, key).getEncoded();
    }
}
