package org.yinxin.pki.ocsp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.bouncycastle.asn1.ocsp.ResponderID;
import org.bouncycastle.asn1.ocsp.ResponseBytes;
import org.bouncycastle.asn1.ocsp.ResponseData;
import org.bouncycastle.asn1.ocsp.SingleResponse;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.extension.KeyIdentifiers;
import org.yinxin.pki.key.SigningKey;

/**
 * A successful answer before it is signed (RFC 6960, 4.2).
 *
 * @param thisUpdate when the statuses were looked up; also the time of producing
 * @param nextUpdate until when they may be relied on
 * @param nonce the question's nonce, or null
 */
public record OcspAnswer(
        List<Single> singles, Instant thisUpdate, Instant nextUpdate, @Nullable Nonce nonce) {

    /** The answer about one certificate. */
    public record Single(CertificateId certificate, AnsweredStatus status) {}

    public OcspAnswer {
        singles = List.copyOf(singles);
    }

    /**
     * Signs with the key of the responder and puts its certificate beside the signature.
     *
     * @return DER of the whole OCSPResponse
     */
    public byte[] sign(SigningKey key, SignedCertificate responder) {
        ResponseData data = data(responder.tbs().publicKey());
        BasicOCSPResponse basic =
                new BasicOCSPResponse(
                        data,
                        key.signatureAlgorithm(),
                        new DERBitString(key.sign(Der.encode(data))),
                        new DERSequence(Certificate.getInstance(responder.encoded())));
        return Der.encode(
                new OCSPResponse(
                        new OCSPResponseStatus(OCSPResponseStatus.SUCCESSFUL),
                        new ResponseBytes(
                                OCSPObjectIdentifiers.id_pkix_ocsp_basic,
                                new DEROctetString(Der.encode(basic)))));
    }

    private ResponseData data(SubjectPublicKeyInfo responderKey) {
        List<SingleResponse> responses = new ArrayList<>();
        for (Single single : singles) {
            responses.add(
                    new SingleResponse(
                            single.certificate().structure(),
                            single.status().toAsn1(),
                            time(thisUpdate),
                            time(nextUpdate),
                            (Extensions) null));
        }
        return new ResponseData(
                new ResponderID(new DEROctetString(KeyIdentifiers.of(responderKey))),
                time(thisUpdate),
                new DERSequence(responses.toArray(SingleResponse[]::new)),
                nonce == null ? null : nonce.toExtensions());
    }

    private static ASN1GeneralizedTime time(Instant instant) {
        return new DERGeneralizedTime(Date.from(instant));
    }
}
