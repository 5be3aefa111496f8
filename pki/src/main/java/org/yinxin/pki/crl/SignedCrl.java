package org.yinxin.pki.crl;

import java.math.BigInteger;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CertificateList;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.TBSCertList;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.key.Signatures;
import org.yinxin.pki.key.SigningKey;

/** A CRL with its signature. */
public final class SignedCrl {

    private static final int MOST_BYTES = 256 * 1024 * 1024;

    private final byte[] encoded;
    private final CertificateList structure;

    private SignedCrl(byte[] encoded, CertificateList structure) {
        this.encoded = encoded;
        this.structure = structure;
    }

    public static SignedCrl sign(CrlContent content, SigningKey key) {
        TBSCertList tbs = content.toBeSigned(key.signatureAlgorithm());
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(tbs);
        parts.add(key.signatureAlgorithm());
        parts.add(new DERBitString(key.sign(Der.encode(tbs))));
        DERSequence sequence = new DERSequence(parts);
        return new SignedCrl(Der.encode(sequence), CertificateList.getInstance(sequence));
    }

    public static SignedCrl parse(byte[] der) throws MalformedDerException {
        CertificateList structure = Der.readStrictly(der, MOST_BYTES, CertificateList::getInstance);
        if (structure.getSignature().getPadBits() != 0) {
            throw new MalformedDerException("the signature is not whole octets");
        }
        SignedCrl crl = new SignedCrl(der.clone(), structure);
        Der.interpret(() -> List.of(crl.entries(), crl.number(), crl.nextUpdate()));
        return crl;
    }

    /** DER. */
    public byte[] encoded() {
        return encoded.clone();
    }

    public X500Name issuer() {
        return structure.getIssuer();
    }

    /** Absent in a CRL that is older than RFC 5280. */
    public Optional<BigInteger> number() {
        Extensions extensions = structure.getTBSCertList().getExtensions();
        return extensions == null
                ? Optional.empty()
                : Optional.ofNullable(extensions.getExtension(Extension.cRLNumber))
                        .map(Extension::getParsedValue)
                        .map(CRLNumber::getInstance)
                        .map(CRLNumber::getCRLNumber);
    }

    public Instant thisUpdate() {
        return structure.getThisUpdate().getDate().toInstant();
    }

    public Optional<Instant> nextUpdate() {
        return Optional.ofNullable(structure.getNextUpdate())
                .map(time -> time.getDate().toInstant());
    }

    public List<CrlEntry> entries() {
        List<CrlEntry> entries = new ArrayList<>();
        Enumeration<?> all = structure.getRevokedCertificateEnumeration();
        while (all.hasMoreElements()) {
            entries.add(entry((TBSCertList.CRLEntry) all.nextElement()));
        }
        return entries;
    }

    public boolean isSignedBy(PublicKey issuer) {
        return structure.getSignatureAlgorithm().equals(structure.getTBSCertList().getSignature())
                && Signatures.verify(
                        issuer,
                        structure.getSignatureAlgorithm(),
                        Der.encode(structure.getTBSCertList()),
                        structure.getSignature().getOctets());
    }

    private static CrlEntry entry(TBSCertList.CRLEntry entry) {
        int reason =
                entry.getExtensions() == null
                        ? 0
                        : Optional.ofNullable(
                                        entry.getExtensions().getExtension(Extension.reasonCode))
                                .map(Extension::getParsedValue)
                                .map(ASN1Enumerated::getInstance)
                                .map(ASN1Enumerated::intValueExact)
                                .orElse(0);
        return new CrlEntry(
                new SerialNumber(entry.getUserCertificate().getValue()),
                entry.getRevocationDate().getDate().toInstant(),
                reason);
    }
}
