package org.yinxin.keyagent;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.yinxin.pki.envelope.Sm2EnvelopedKey;
import org.yinxin.pki.key.BouncyCastle;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;

/** What a hall would send for a signing key: two certificates and the envelope, made without the authority's code. */
public final class TestPair {

    public static final SecureRandom RANDOM = new SecureRandom();
    private static final KeyPair AUTHORITY = KeyPairs.generate(KeyAlgorithm.SM2, RANDOM);
    private static final Instant FROM = Instant.parse("2026-11-21T00:00:00Z");

    public final KeyPair encryption = KeyPairs.generate(KeyAlgorithm.SM2, RANDOM);
    public final byte[] signCertificate;
    public final byte[] encryptionCertificate;
    public final Sm2EnvelopedKey envelope;

    public TestPair(PublicKey signingKey) {
        this.signCertificate = certificate(signingKey, "CN=test");
        this.encryptionCertificate = certificate(encryption.getPublic(), "CN=test");
        this.envelope = Sm2EnvelopedKey.seal(signingKey, encryption, RANDOM);
    }

    public static byte[] certificate(PublicKey key, String subject) {
        try {
            return new X509v3CertificateBuilder(
                            new X500Name("CN=authority"),
                            new BigInteger(64, RANDOM).add(BigInteger.ONE),
                            Date.from(FROM),
                            Date.from(FROM.plus(Duration.ofDays(365))),
                            new X500Name(subject),
                            SubjectPublicKeyInfo.getInstance(key.getEncoded()))
                    .build(
                            new JcaContentSignerBuilder("SM3withSM2")
                                    .setProvider(BouncyCastle.PROVIDER)
                                    .build(AUTHORITY.getPrivate()))
                    .getEncoded();
        } catch (java.io.IOException | org.bouncycastle.operator.OperatorCreationException e) {
            throw new AssertionError(e);
        }
    }
}
