package org.yinxin.pki.request;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.pkcs.CertificationRequestInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yinxin.pki.key.BouncyCastle;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.SigningKey;
import org.yinxin.pki.key.SoftwareSigningKey;
import org.yinxin.pki.name.SubjectName;

class SigningRequestsTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final SubjectName SUBJECT =
            new SubjectName("CN", null, "云岭市", "星河", List.of(), "星河");
    private static final SigningKey SM2 = key(KeyAlgorithm.SM2);

    @ParameterizedTest
    @EnumSource(names = {"SM2", "P256", "P384", "RSA_2048"})
    void accepts_a_request_signed_by_its_own_key(KeyAlgorithm algorithm) {
        SigningKey key = key(algorithm);
        byte[] der = SigningRequests.build(key, SUBJECT);
        SigningRequest request = accepted(der);
        assertThat(request.publicKey()).isEqualTo(key.publicKey());
        assertThat(request.subject()).isEqualTo(SUBJECT.toX500Name());
        assertThat(request.der()).isEqualTo(der);
    }

    @Test
    void reads_pem_new_pem_and_bare_base64() {
        byte[] der = SigningRequests.build(SM2, SUBJECT);
        String pem = SigningRequests.toPem(der);
        assertThat(accepted(pem.getBytes(US_ASCII))).isEqualTo(accepted(der));
        String microsoft =
                pem.replace("CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST").replace("\n", "\r\n");
        assertThat(accepted(microsoft.getBytes(US_ASCII))).isEqualTo(accepted(der));
        byte[] bare = Base64.getEncoder().encode(der);
        assertThat(accepted(bare)).isEqualTo(accepted(der));
    }

    @Test
    void rejects_a_bad_signature() {
        byte[] der = SigningRequests.build(SM2, SUBJECT);
        byte[] altered = der.clone();
        altered[altered.length - 1] ^= 1;
        assertThat(fault(altered)).isEqualTo(RequestFault.BAD_SIGNATURE);
    }

    @Test
    void rejects_a_request_signed_by_another_key() throws Exception {
        byte[] der = signedBy(key(KeyAlgorithm.SM2), SM2.publicKey(), SM2.signatureAlgorithm());
        assertThat(fault(der)).isEqualTo(RequestFault.BAD_SIGNATURE);
    }

    @Test
    void rejects_a_signature_algorithm_that_does_not_fit_the_key_or_is_unsafe() throws Exception {
        assertThat(fault(signedBy(SM2, SM2.publicKey(), KeyAlgorithm.P256.signatureAlgorithm())))
                .isEqualTo(RequestFault.BAD_SIGNATURE);
        SigningKey rsa = key(KeyAlgorithm.RSA_2048);
        AlgorithmIdentifier sha1 =
                new AlgorithmIdentifier(PKCSObjectIdentifiers.sha1WithRSAEncryption);
        assertThat(fault(signedBy(rsa, rsa.publicKey(), sha1)))
                .isEqualTo(RequestFault.BAD_SIGNATURE);
        AlgorithmIdentifier odd =
                new AlgorithmIdentifier(
                        GMObjectIdentifiers.sm2sign_with_sm3, GMObjectIdentifiers.sm2p256v1);
        assertThat(fault(signedBy(SM2, SM2.publicKey(), odd)))
                .isEqualTo(RequestFault.BAD_SIGNATURE);
    }

    @Test
    void rejects_rsa_1024() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", BouncyCastle.PROVIDER);
        generator.initialize(1024, RANDOM);
        KeyPair pair = generator.generateKeyPair();
        assertThat(fault(signedBy(sha256WithRsa(pair), pair.getPublic(), rsa256())))
                .isEqualTo(RequestFault.KEY_TOO_SMALL);
    }

    @Test
    void rejects_a_point_off_the_curve() {
        byte[] der = SigningRequests.build(SM2, SUBJECT);
        byte[] point =
                SubjectPublicKeyInfo.getInstance(SM2.publicKey().getEncoded())
                        .getPublicKeyData()
                        .getOctets();
        int at = indexOf(der, point) + point.length - 1;
        der[at] ^= 1;
        assertThat(fault(der)).isEqualTo(RequestFault.POINT_NOT_ON_CURVE);
    }

    @Test
    void rejects_a_key_of_another_kind() throws Exception {
        PublicKey ed25519 =
                KeyPairGenerator.getInstance("Ed25519", BouncyCastle.PROVIDER)
                        .generateKeyPair()
                        .getPublic();
        assertThat(fault(signedBy(SM2, ed25519, SM2.signatureAlgorithm())))
                .isEqualTo(RequestFault.UNSUPPORTED_KEY);
    }

    @Test
    void rejects_garbage_and_what_is_not_der() {
        byte[] der = SigningRequests.build(SM2, SUBJECT);
        assertThat(fault(new byte[0])).isEqualTo(RequestFault.MALFORMED);
        assertThat(fault(new byte[] {0x30})).isEqualTo(RequestFault.MALFORMED);
        assertThat(fault(new byte[] {0x30, 0})).isEqualTo(RequestFault.MALFORMED);
        assertThat(fault("申请书".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo(RequestFault.MALFORMED);
        assertThat(fault(Arrays.copyOf(der, der.length - 1))).isEqualTo(RequestFault.MALFORMED);
        assertThat(fault(Arrays.copyOf(der, der.length + 1))).isEqualTo(RequestFault.MALFORMED);
        byte[] indefinite = new byte[der.length + 1];
        System.arraycopy(der, 0, indefinite, 0, der.length);
        indefinite[1] = (byte) 0x80;
        assertThat(fault(indefinite)).isEqualTo(RequestFault.MALFORMED);
        assertThat(fault(SM2.publicKey().getEncoded())).isEqualTo(RequestFault.MALFORMED);
        String cut = SigningRequests.toPem(der).replace("-----END CERTIFICATE REQUEST-----", "");
        assertThat(fault(cut.getBytes(US_ASCII))).isEqualTo(RequestFault.MALFORMED);
    }

    @Test
    void rejects_huge_and_deeply_nested_input() {
        assertThat(fault(new byte[32 << 20])).isEqualTo(RequestFault.MALFORMED);
        byte[] pem = new byte[1 << 20];
        Arrays.fill(pem, (byte) 'A');
        assertThat(fault(pem)).isEqualTo(RequestFault.MALFORMED);
        byte[] lying = {0x30, (byte) 0x84, 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff};
        assertThat(fault(lying)).isEqualTo(RequestFault.MALFORMED);
        byte[] nested = new byte[16 * 1024];
        for (int i = 0; i + 1 < nested.length; i += 2) {
            nested[i] = 0x30;
            nested[i + 1] = (byte) 0x80;
        }
        assertThat(fault(nested)).isEqualTo(RequestFault.MALFORMED);
    }

    private static int indexOf(byte[] all, byte[] part) {
        for (int i = 0; i + part.length <= all.length; i++) {
            if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new AssertionError("not in there");
    }

    private static SigningKey key(KeyAlgorithm algorithm) {
        return new SoftwareSigningKey(KeyPairs.generate(algorithm, RANDOM));
    }

    private static AlgorithmIdentifier rsa256() {
        return KeyAlgorithm.RSA_2048.signatureAlgorithm();
    }

    private static SigningKey sha256WithRsa(KeyPair pair) {
        PrivateKey privateKey = pair.getPrivate();
        return new SigningKey() {
            @Override
            public PublicKey publicKey() {
                return pair.getPublic();
            }

            @Override
            public AlgorithmIdentifier signatureAlgorithm() {
                return rsa256();
            }

            @Override
            public byte[] sign(byte[] content) {
                try {
                    Signature signature =
                            Signature.getInstance("SHA256withRSA", BouncyCastle.PROVIDER);
                    signature.initSign(privateKey);
                    signature.update(content);
                    return signature.sign();
                } catch (java.security.GeneralSecurityException e) {
                    throw new AssertionError(e);
                }
            }
        };
    }

    private static byte[] signedBy(SigningKey key, PublicKey named, AlgorithmIdentifier algorithm)
            throws Exception {
        CertificationRequestInfo content =
                new CertificationRequestInfo(
                        SUBJECT.toX500Name(),
                        SubjectPublicKeyInfo.getInstance(named.getEncoded()),
                        new DERSet());
        byte[] signature = key.sign(content.getEncoded(ASN1Encoding.DER));
        return new CertificationRequest(content, algorithm, new DERBitString(signature))
                .getEncoded(ASN1Encoding.DER);
    }

    private static SigningRequest accepted(byte[] pemOrDer) {
        return switch (SigningRequests.parse(pemOrDer)) {
            case ParsedRequest.Accepted(SigningRequest request) -> request;
            case ParsedRequest.Rejected(RequestFault fault) -> throw new AssertionError(fault);
        };
    }

    private static RequestFault fault(byte[] pemOrDer) {
        return switch (SigningRequests.parse(pemOrDer)) {
            case ParsedRequest.Accepted _ -> throw new AssertionError("accepted");
            case ParsedRequest.Rejected(RequestFault fault) -> fault;
        };
    }
}
