package org.yinxin.bench.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.yinxin.app.wiring.World;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.SoftwareSigningKey;
import org.yinxin.pki.name.SubjectName;
import org.yinxin.pki.request.ParsedRequest;
import org.yinxin.pki.request.SigningRequests;

/** Requests for certificates (RFC 2986), in DER and PEM. */
final class RequestTarget implements Target {

    private final SubjectName subject;

    RequestTarget(SubjectName subject) {
        this.subject = subject;
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        for (KeyAlgorithm algorithm :
                List.of(KeyAlgorithm.SM2, KeyAlgorithm.P256, KeyAlgorithm.RSA_2048)) {
            byte[] request =
                    SigningRequests.build(
                            new SoftwareSigningKey(KeyPairs.generate(algorithm, World.random())),
                            subject);
            seeds.add(request);
            seeds.add(SigningRequests.toPem(request).getBytes(StandardCharsets.US_ASCII));
        }
        return seeds;
    }

    @Override
    public String feed(byte[] input) throws Crash {
        return switch (SigningRequests.parse(input)) {
            case ParsedRequest.Rejected(var fault) -> fault.toString();
            case ParsedRequest.Accepted(var request) -> {
                // What is handed on is what was signed, and reads the same again.
                if (!(SigningRequests.parse(request.der()) instanceof ParsedRequest.Accepted)) {
                    throw new Crash("accepted, and refused in its own encoding");
                }
                yield "ACCEPTED";
            }
        };
    }
}
