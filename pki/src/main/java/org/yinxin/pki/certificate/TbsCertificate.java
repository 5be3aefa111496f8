package org.yinxin.pki.certificate;

import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.key.MalformedKeyException;
import org.yinxin.pki.key.PublicKeys;

/** The part of a certificate that is signed (RFC 5280, 4.1.2), as the very bytes that are or will be signed. */
public final class TbsCertificate {

    static final int MOST_BYTES = 64 * 1024;

    private final byte[] encoded;
    private final TBSCertificate structure;
    private volatile @Nullable PublicKey key;

    private TbsCertificate(byte[] encoded, TBSCertificate structure) {
        this.encoded = encoded;
        this.structure = structure;
    }

    public static TbsCertificate of(CertificateContent content) {
        V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
        generator.setSerialNumber(new ASN1Integer(content.serial().value()));
        generator.setIssuer(content.issuer());
        generator.setValidity(content.validity().toAsn1());
        generator.setSubject(content.subject());
        generator.setSubjectPublicKeyInfo(content.publicKey());
        generator.setSignature(content.signatureAlgorithm());
        generator.setExtensions(content.extensions());
        TBSCertificate structure = generator.generateTBSCertificate();
        return new TbsCertificate(Der.encode(structure), structure);
    }

    /** Reads bytes that were stored before. */
    public static TbsCertificate parse(byte[] der) throws MalformedDerException {
        return new TbsCertificate(
                der.clone(), Der.readStrictly(der, MOST_BYTES, TBSCertificate::getInstance));
    }

    static TbsCertificate of(TBSCertificate structure) {
        return new TbsCertificate(Der.encode(structure), structure);
    }

    public byte[] encoded() {
        return encoded.clone();
    }

    /** The parsed form, for rules that look at details. */
    public TBSCertificate structure() {
        return structure;
    }

    /**
     * The serial number.
     *
     * @throws IllegalArgumentException when it is none that a certificate may have
     */
    public SerialNumber serial() {
        return new SerialNumber(structure.getSerialNumber().getValue());
    }

    public Instant notBefore() {
        return Times.instant(structure.getStartDate());
    }

    public Instant notAfter() {
        return Times.instant(structure.getEndDate());
    }

    public X500Name issuer() {
        return structure.getIssuer();
    }

    public X500Name subject() {
        return structure.getSubject();
    }

    public SubjectPublicKeyInfo publicKey() {
        return structure.getSubjectPublicKeyInfo();
    }

    /**
     * The public key, ready to verify with. It is read once: the library keeps beside it what it worked out for the last
     * signature.
     *
     * @throws MalformedKeyException when it is none that may be certified
     */
    public PublicKey verificationKey() throws MalformedKeyException {
        PublicKey read = key;
        if (read == null) {
            read = PublicKeys.decode(publicKey());
            key = read;
        }
        return read;
    }

    public Optional<Extension> extension(ASN1ObjectIdentifier oid) {
        Extensions all = structure.getExtensions();
        return all == null ? Optional.empty() : Optional.ofNullable(all.getExtension(oid));
    }

    /** Two are equal when their bytes are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TbsCertificate that && Arrays.equals(encoded, that.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }
}
