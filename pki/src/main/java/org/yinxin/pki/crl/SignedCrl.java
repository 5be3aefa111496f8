package org.yinxin.pki.crl;

import java.math.BigInteger;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
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

/** A CRL with its signature, read whole. Those that we make are written by {@link StreamedCrl}. */
public final class SignedCrl {

    private static final int MOST_BYTES = 256 * 1024 * 1024;

    private final byte[] encoded;
    private final CertificateList structure;

    private SignedCrl(byte[] encoded, CertificateList structure) {
        this.encoded = encoded;
        this.structure = structure;
    }

    public static SignedCrl parse(byte[] der) throws MalformedDerException {
        CertificateList structure = Der.readStrictly(der, MOST_BYTES, CertificateList::getInstance);
        if (structure.getSignature().getPadBits() != 0) {
            throw new MalformedDerException("the signature is not whole octets");
        }
        SignedCrl crl = new SignedCrl(der.clone(), structure);
        Der.interpret(() -> List.of(crl.entries(), crl.number(), crl.base(), crl.nextUpdate()));
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
        return extension(Extension.cRLNumber)
                .map(CRLNumber::getInstance)
                .map(CRLNumber::getCRLNumber);
    }

    /** The number of the full list whose changes it tells; absent in a full one. */
    public Optional<BigInteger> base() {
        return extension(Extension.deltaCRLIndicator)
                .map(CRLNumber::getInstance)
                .map(CRLNumber::getCRLNumber);
    }

    private Optional<ASN1Primitive> extension(ASN1ObjectIdentifier oid) {
        Extensions extensions = structure.getTBSCertList().getExtensions();
        return extensions == null
                ? Optional.empty()
                : Optional.ofNullable(extensions.getExtension(oid))
                        .map(Extension::getParsedValue)
                        .map(ASN1Encodable::toASN1Primitive);
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
