package org.yinxin.pki.ocsp;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPRequest;
import org.bouncycastle.asn1.ocsp.Request;
import org.bouncycastle.asn1.ocsp.TBSRequest;
import org.bouncycastle.asn1.x509.Extensions;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.der.MalformedDerException;

/**
 * A question to the status service (RFC 6960, 4.1). A signature on it is neither needed nor looked at.
 *
 * @param certificates at least one
 * @param nonce to be echoed; null when there was none or when it is longer than we echo
 */
public record OcspRequest(List<CertificateId> certificates, @Nullable Nonce nonce) {

    /** Longer questions are not parsed. */
    public static final int MOST_BYTES = 16 * 1024;

    private static final int MOST_CERTIFICATES = 50;

    public OcspRequest {
        certificates = List.copyOf(certificates);
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("a question asks about something");
        }
    }

    public static OcspRequest parse(byte[] der) throws MalformedDerException {
        TBSRequest tbs = Der.read(der, MOST_BYTES, OCSPRequest::getInstance).getTbsRequest();
        ASN1Sequence list = tbs.getRequestList();
        if (list.size() == 0 || list.size() > MOST_CERTIFICATES) {
            throw new MalformedDerException("asks about none, or about too many");
        }
        return Der.interpret(
                () -> {
                    List<CertificateId> certificates = new ArrayList<>();
                    for (ASN1Encodable element : list) {
                        Request request = Request.getInstance(element);
                        refuseCritical(request.getSingleRequestExtensions());
                        certificates.add(new CertificateId(request.getReqCert()));
                    }
                    refuseCritical(tbs.getRequestExtensions());
                    return new OcspRequest(
                            certificates, Nonce.toEcho(tbs.getRequestExtensions()).orElse(null));
                });
    }

    /** Writes the question as a client would send it. */
    public byte[] encoded() {
        ASN1Encodable[] requests =
                certificates.stream()
                        .map(id -> new Request(id.structure(), null))
                        .toArray(ASN1Encodable[]::new);
        Extensions extensions = nonce == null ? null : nonce.toExtensions();
        return Der.encode(
                new OCSPRequest(new TBSRequest(null, new DERSequence(requests), extensions), null));
    }

    // RFC 6960, 4.4: an extension that is critical must be understood; the nonce is the one that we
    // understand.
    private static void refuseCritical(@Nullable Extensions extensions)
            throws MalformedDerException {
        if (extensions == null) {
            return;
        }
        for (var oid : extensions.getCriticalExtensionOIDs()) {
            if (!oid.equals(OCSPObjectIdentifiers.id_pkix_ocsp_nonce)) {
                throw new MalformedDerException("a critical extension that we do not know");
            }
        }
    }
}
