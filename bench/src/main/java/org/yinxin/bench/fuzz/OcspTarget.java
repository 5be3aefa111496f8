package org.yinxin.bench.fuzz;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.pki.ocsp.CertificateId;
import org.yinxin.pki.ocsp.Nonce;
import org.yinxin.pki.ocsp.OcspRequest;

/** Questions about the status of certificates (RFC 6960), by POST. */
final class OcspTarget implements Target {

    private static final int OK = 200;

    private final Door door;
    private final CertificationAuthority authority;

    OcspTarget(Door door, CertificationAuthority authority) {
        this.door = door;
        this.authority = authority;
    }

    @Override
    public List<byte[]> seeds() {
        CertificateId id =
                CertificateId.of(
                        authority.name(),
                        authority.publicKey(),
                        authority.certificate().tbs().serial(),
                        OIWObjectIdentifiers.idSHA1);
        byte[] octets = new byte[32];
        Arrays.fill(octets, (byte) 7);
        return List.of(
                new OcspRequest(List.of(id), null).encoded(),
                new OcspRequest(List.of(id, id, id), new Nonce(octets)).encoded());
    }

    @Override
    public String feed(byte[] input) throws Crash {
        HttpResponse<byte[]> answer =
                door.post(
                        "/ocsp/" + authority.code(),
                        input,
                        "Content-Type",
                        "application/ocsp-request");
        if (answer.statusCode() != OK) {
            return "HTTP " + answer.statusCode();
        }
        try {
            OCSPResp response = new OCSPResp(answer.body());
            return response.getResponseObject() instanceof BasicOCSPResp basic
                    ? "answered " + statuses(basic)
                    : "status " + response.getStatus();
        } catch (IOException | OCSPException e) {
            throw new Crash("the answer is none of OCSP: " + e);
        }
    }

    private static String statuses(BasicOCSPResp basic) {
        return Arrays.stream(basic.getResponses())
                        .map(SingleResp::getCertStatus)
                        .map(status -> status == null ? "good" : status.getClass().getSimpleName())
                        .collect(
                                Collectors.groupingBy(
                                        Function.identity(), TreeMap::new, Collectors.counting()))
                + (basic.hasExtensions() ? " with nonce" : "");
    }
}
