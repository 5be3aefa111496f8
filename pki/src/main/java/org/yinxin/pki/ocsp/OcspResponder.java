package org.yinxin.pki.ocsp;

import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.extension.KeyIdentifiers;
import org.yinxin.pki.key.SigningKey;

/**
 * Who signs answers (RFC 6960, 4.2.2.2): the issuing authority itself, or whom it has certified for that. What is the same in
 * all answers is encoded once. Safe for use by several threads.
 */
public final class OcspResponder {

    private static final int BY_KEY = 0xa2;
    private static final int RESPONSE_BYTES = 0xa0;
    private static final int CERTIFICATES = 0xa0;
    private static final int OCTET_STRING = 0x04;
    private static final byte[] SUCCESSFUL =
            Der.encode(new OCSPResponseStatus(OCSPResponseStatus.SUCCESSFUL));
    private static final byte[] BASIC = Der.encode(OCSPObjectIdentifiers.id_pkix_ocsp_basic);

    private final SigningKey key;
    private final byte[] id;
    private final byte[] algorithm;
    private final byte[] certificates;

    /**
     * Puts a key and its certificate together.
     *
     * @param certificate travels with each answer; the responder is named by its key
     */
    public OcspResponder(SigningKey key, SignedCertificate certificate) {
        this.key = key;
        this.id =
                Der.tagged(
                        BY_KEY,
                        Der.encode(
                                new DEROctetString(
                                        KeyIdentifiers.of(certificate.tbs().publicKey()))));
        this.algorithm = Der.encode(key.signatureAlgorithm());
        this.certificates = Der.tagged(CERTIFICATES, Der.sequence(certificate.encoded()));
    }

    /** Signs, and answers the whole OCSPResponse in DER. */
    public byte[] sign(OcspAnswer answer) {
        byte[] data = answer.toBeSigned(id);
        byte[] signature = Der.encode(new DERBitString(key.sign(data)));
        byte[] basic = Der.sequence(data, algorithm, signature, certificates);
        return Der.sequence(
                SUCCESSFUL,
                Der.tagged(RESPONSE_BYTES, Der.sequence(BASIC, Der.tagged(OCTET_STRING, basic))));
    }
}
