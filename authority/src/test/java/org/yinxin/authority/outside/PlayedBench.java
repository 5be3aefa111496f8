package org.yinxin.authority.outside;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.PairOrder;
import org.yinxin.pki.certificate.SignedCertificate;

/** What is set up for an authority that is played. */
final class PlayedBench {

    private PlayedBench() {}

    static OutsideBench of(AuthorityBench bench, Path folder, PlayedAuthority authority)
            throws Exception {
        Files.createDirectories(folder);
        Path trust = folder.resolve("trust.pem");
        Files.writeString(trust, pem(authority.root()), StandardCharsets.US_ASCII);
        return new OutsideBench(bench, folder, authority.address(), trust);
    }

    static String pem(SignedCertificate certificate) {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(certificate.encoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    /** An order to the outside authority, whose request names the approved subject. */
    static PairOrder order(AuthorityBench bench, PlayedAuthority authority) {
        PairOrder order = bench.order();
        authority.end = order.notAfter().truncatedTo(ChronoUnit.SECONDS);
        return new PairOrder(
                order.id(),
                OutsideBench.CODE,
                order.subject(),
                order.organisationCode(),
                order.notBefore(),
                order.notAfter(),
                order.signingRequest(),
                order.encryptionKey());
    }
}
