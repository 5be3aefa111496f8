package org.yinxin.pki.certificate;

import java.security.PublicKey;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.key.Signatures;
import org.yinxin.pki.key.SigningKey;

/** A certificate: the signed part, and the signature. */
public final class SignedCertificate {

    private final byte[] encoded;
    private final TbsCertificate tbs;
    private final AlgorithmIdentifier algorithm;
    private final byte[] signature;

    private SignedCertificate(byte[] encoded, Certificate structure) {
        this.encoded = encoded;
        this.tbs = TbsCertificate.of(structure.getTBSCertificate());
        this.algorithm = structure.getSignatureAlgorithm();
        this.signature = structure.getSignature().getOctets();
    }

    /** Signs exactly these bytes and puts the certificate together. */
    public static SignedCertificate sign(TbsCertificate tbs, SigningKey key) {
        return assemble(tbs, key.signatureAlgorithm(), key.sign(tbs.encoded()));
    }

    /** Puts together what was signed elsewhere; does not look whether the signature is good. */
    public static SignedCertificate assemble(
            TbsCertificate tbs, AlgorithmIdentifier algorithm, byte[] signature) {
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(tbs.structure());
        parts.add(algorithm);
        parts.add(new DERBitString(signature));
        DERSequence sequence = new DERSequence(parts);
        return new SignedCertificate(Der.encode(sequence), Certificate.getInstance(sequence));
    }

    public static SignedCertificate parse(byte[] der) throws MalformedDerException {
        Certificate structure =
                Der.readStrictly(der, TbsCertificate.MOST_BYTES, Certificate::getInstance);
        if (structure.getSignature().getPadBits() != 0) {
            throw new MalformedDerException("the signature is not whole octets");
        }
        return new SignedCertificate(der.clone(), structure);
    }

    /** DER. */
    public byte[] encoded() {
        return encoded.clone();
    }

    public TbsCertificate tbs() {
        return tbs;
    }

    /** Whether the signature is good and made in the way that the signed part itself announces. */
    public boolean isSignedBy(PublicKey issuer) {
        return algorithm.equals(tbs.structure().getSignature())
                && Signatures.verify(issuer, algorithm, tbs.encoded(), signature);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedCertificate that && Arrays.equals(encoded, that.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }
}
