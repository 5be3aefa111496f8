package org.yinxin.pki.timestamp;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.bouncycastle.util.CollectionStore;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.key.BouncyCastle;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyContentSigner;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.key.SigningKey;
import org.yinxin.pki.oid.ChineseOids;

/** Who signs time stamps: a key and its certificate, which is good for nothing else. Safe for use by several threads. */
public final class StampingUnit {

    private final SigningKey key;
    private final X509CertificateHolder certificate;
    private final List<X509CertificateHolder> certificates = new ArrayList<>();
    private final AlgorithmIdentifier certificateHash;
    private final DigestCalculatorProvider digests;

    /**
     * Puts a key and its certificate together.
     *
     * @param above the authorities above it, which travel with a stamp whose asker wants certificates
     */
    public StampingUnit(
            SigningKey key, SignedCertificate certificate, List<SignedCertificate> above) {
        this.key = key;
        this.certificate = holder(certificate);
        certificates.add(this.certificate);
        above.forEach(each -> certificates.add(holder(each)));
        boolean sm2 = PublicKeys.algorithmOf(key.publicKey()) == KeyAlgorithm.SM2;
        certificateHash =
                new AlgorithmIdentifier(sm2 ? ChineseOids.SM3 : NISTObjectIdentifiers.id_sha256);
        try {
            digests =
                    new JcaDigestCalculatorProviderBuilder()
                            .setProvider(BouncyCastle.PROVIDER)
                            .build();
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("Bouncy Castle computes hashes", e);
        }
    }

    /** Signs, and answers the whole TimeStampResp in DER. */
    public byte[] sign(StampQuestion question, Stamp stamp) {
        try {
            TimeStampTokenGenerator generator =
                    new TimeStampTokenGenerator(
                            signer(stamp.at()), digests.get(certificateHash), stamp.policy());
            generator.setAccuracySeconds((int) stamp.accuracy().toSeconds());
            generator.addCertificates(new CollectionStore<>(certificates));
            var token =
                    generator.generate(
                            new TimeStampRequest(question.structure()),
                            stamp.serial(),
                            Date.from(stamp.at()));
            return Der.encode(
                    new TimeStampResp(
                            new PKIStatusInfo(PKIStatus.granted),
                            token.toCMSSignedData().toASN1Structure()));
        } catch (OperatorCreationException | TSPException e) {
            throw new IllegalStateException("a question that was found good gets its stamp", e);
        }
    }

    // The attribute tells the time of the stamp, not that of a second clock a moment later.
    private SignerInfoGenerator signer(Instant at) throws OperatorCreationException {
        Attribute signingTime =
                new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(at))));
        return new SignerInfoGeneratorBuilder(digests)
                .setSignedAttributeGenerator(
                        new DefaultSignedAttributeTableGenerator(
                                new AttributeTable(new DERSet(signingTime))))
                .build(new KeyContentSigner(key), certificate);
    }

    private static X509CertificateHolder holder(SignedCertificate certificate) {
        try {
            return new X509CertificateHolder(certificate.encoded());
        } catch (IOException e) {
            throw new IllegalStateException("what was parsed before can be parsed again", e);
        }
    }
}
