package org.yinxin.bench.status;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.jspecify.annotations.Nullable;
import org.yinxin.app.installation.TemporaryFolder;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.bench.ProcessorTime;
import org.yinxin.bench.SignaturesAlone;
import org.yinxin.bench.status.Asking.Request;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.ocsp.CertificateId;
import org.yinxin.pki.ocsp.Nonce;
import org.yinxin.pki.ocsp.OcspRequest;

/** Asks the status service in several ways and its peer in the same, and reports. */
public final class BenchOcsp {

    private static final int QUESTIONS = 1000;
    private static final int NONCE_OCTETS = 16;
    private static final int SIGNED_OCTETS = 250;
    private static final int REHEARSAL_SECONDS = 8;

    private final PrintStream out;

    public BenchOcsp(PrintStream out) {
        this.out = out;
    }

    /** Answers whether every question was answered. */
    public boolean run(OcspWords words) {
        OcspReport report = new OcspReport(words);
        try (TemporaryFolder folder = TemporaryFolder.make();
                StatusSite site = StatusSite.make(folder.path(), words.algorithm(), words.rows())) {
            report.signatures(
                    SignaturesAlone.perCore(folder.path(), words.algorithm(), SIGNED_OCTETS));
            Questions questions = new Questions(site.authority(), site.serials(QUESTIONS));
            live(site, words, questions, report);
            ahead(site, folder.path(), words, questions, report);
            peer(site, folder.path(), words, questions, report);
        }
        return report.print(out);
    }

    private static void live(
            StatusSite site, OcspWords words, Questions questions, OcspReport report) {
        try (ServiceProcess service = ServiceProcess.start(site.service(false))) {
            report.add(
                    take(
                            "live, with a nonce, by POST",
                            false,
                            new Asking(
                                    service.address().getPort(),
                                    words.clients(),
                                    questions.posted("1.1", service.address(), NONCE_OCTETS),
                                    true),
                            words,
                            service,
                            site));
            report.add(
                    take(
                            "live, by GET",
                            false,
                            new Asking(
                                    service.address().getPort(),
                                    words.clients(),
                                    questions.got(service.address()),
                                    true),
                            words,
                            service,
                            site));
        }
    }

    private static void ahead(
            StatusSite site, Path folder, OcspWords words, Questions questions, OcspReport report) {
        List<byte[]> answers;
        try (ServiceProcess service = ServiceProcess.start(site.service(true))) {
            report.add(
                    take(
                            "signed ahead, by GET",
                            true,
                            new Asking(
                                    service.address().getPort(),
                                    words.clients(),
                                    questions.got(service.address()),
                                    true),
                            words,
                            service,
                            site));
            answers = answers(questions.got(service.address()), service.address().getPort());
        }
        CfsslResponder.start(folder.resolve("cfssl"), answers, words.algorithm())
                .ifPresent(responder -> cfssl(responder, words, questions, report));
    }

    private static List<byte[]> answers(List<Request> requests, int port) {
        try {
            return Asking.answers(port, requests);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void cfssl(
            CfsslResponder responder, OcspWords words, Questions questions, OcspReport report) {
        try (responder) {
            URI address = URI.create("http://127.0.0.1:" + responder.port());
            Asking asking =
                    new Asking(
                            responder.port(),
                            words.clients(),
                            questions.posted("1.1", address, NONCE_OCTETS),
                            true);
            report.peerAhead(
                    take("cfssl ocspserve, by POST", true, asking, words, responder.pid()));
        }
    }

    private static OcspReport.Line take(
            String name,
            boolean ahead,
            Asking asking,
            OcspWords words,
            ServiceProcess service,
            StatusSite site) {
        asking.during(Math.min(REHEARSAL_SECONDS, 2 * words.seconds()));
        long database = site.databaseProcess();
        double server = ProcessorTime.of(service.pid()) + ProcessorTime.ofTree(database);
        double client = ProcessorTime.ofThis();
        Asking.Taken taken = asking.during(words.seconds());
        return new OcspReport.Line(
                name,
                ahead,
                taken,
                ProcessorTime.of(service.pid()) + ProcessorTime.ofTree(database) - server,
                ProcessorTime.ofThis() - client,
                service.peakMemory());
    }

    /** Of a peer, which has no database. */
    private static OcspReport.Line take(
            String name, boolean ahead, Asking asking, OcspWords words, long pid) {
        asking.during(2);
        double server = ProcessorTime.of(pid);
        double client = ProcessorTime.ofThis();
        Asking.Taken taken = asking.during(words.seconds());
        return new OcspReport.Line(
                name,
                ahead,
                taken,
                ProcessorTime.of(pid) - server,
                ProcessorTime.ofThis() - client,
                0);
    }

    private static void peer(
            StatusSite site, Path folder, OcspWords words, Questions questions, OcspReport report) {
        OpenSslResponder.start(site, folder.resolve("openssl"), words.algorithm())
                .ifPresent(
                        responder -> {
                            try (responder) {
                                URI address = URI.create("http://127.0.0.1:" + responder.port());
                                Asking asking =
                                        new Asking(
                                                responder.port(),
                                                words.clients(),
                                                questions.posted("1.0", address, NONCE_OCTETS),
                                                false);
                                report.peer(
                                        take(
                                                "openssl ocsp, the same",
                                                false,
                                                asking,
                                                words,
                                                responder.pid()));
                            }
                        });
    }

    /** The questions as requests. */
    private record Questions(CertificationAuthority authority, List<SerialNumber> serials) {

        /**
         * By POST.
         *
         * @param version of HTTP; with 1.0 the other side hangs up after its answer
         */
        List<Request> posted(String version, URI to, int nonceOctets) {
            byte[] mark = new byte[nonceOctets];
            Arrays.fill(mark, (byte) 0x5a);
            return serials.stream()
                    .map(
                            serial -> {
                                byte[] body = question(serial, new Nonce(mark));
                                String head =
                                        "POST /ocsp/%s HTTP/%s\r\nHost: %s\r\nContent-Type: application/ocsp-request\r\nContent-Length: %d\r\n\r\n"
                                                .formatted(
                                                        authority.code(),
                                                        version,
                                                        to.getAuthority(),
                                                        body.length);
                                byte[] all = joined(head, body);
                                return new Request(all, indexOf(all, mark), mark.length);
                            })
                    .toList();
        }

        List<Request> got(URI to) {
            return serials.stream()
                    .map(
                            serial ->
                                    new Request(
                                            joined(
                                                    "GET /ocsp/%s/%s HTTP/1.1\r\nHost: %s\r\n\r\n"
                                                            .formatted(
                                                                    authority.code(),
                                                                    inAddress(
                                                                            question(serial, null)),
                                                                    to.getAuthority()),
                                                    new byte[0]),
                                            -1,
                                            0))
                    .toList();
        }

        private byte[] question(SerialNumber serial, @Nullable Nonce nonce) {
            return new OcspRequest(
                            List.of(
                                    CertificateId.of(
                                            authority.name(),
                                            authority.publicKey(),
                                            serial,
                                            NISTObjectIdentifiers.id_sha256)),
                            nonce)
                    .encoded();
        }

        private static String inAddress(byte[] question) {
            return URLEncoder.encode(
                    Base64.getEncoder().encodeToString(question), StandardCharsets.US_ASCII);
        }

        private static byte[] joined(String head, byte[] body) {
            byte[] start = head.getBytes(StandardCharsets.US_ASCII);
            byte[] all = Arrays.copyOf(start, start.length + body.length);
            System.arraycopy(body, 0, all, start.length, body.length);
            return all;
        }

        private static int indexOf(byte[] all, byte[] part) {
            for (int i = 0; i <= all.length - part.length; i++) {
                if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
                    return i;
                }
            }
            throw new IllegalStateException("the nonce is not in the question");
        }
    }
}
