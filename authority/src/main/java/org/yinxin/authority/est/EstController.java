package org.yinxin.authority.est;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.hierarchy.CrossCertificate;
import org.yinxin.authority.hierarchy.CrossCertificates;
import org.yinxin.authority.machine.AdmitMachine;
import org.yinxin.authority.machine.EnrolMachine;
import org.yinxin.authority.machine.EnrolOutcome;
import org.yinxin.authority.machine.Enrolment;
import org.yinxin.authority.machine.Machine;
import org.yinxin.authority.web.DerExchange;
import org.yinxin.pki.certificate.CertsOnly;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.request.KeyRequest;
import org.yinxin.pki.request.RequestAdvice;

/**
 * EST at {@code /.well-known/est/LABEL}, where the label is an authority's code (RFC 7030, 3.2.2). Machines sign in by HTTP
 * Basic. Faults are told in one sentence of plain text.
 */
@RestController
@RequestMapping("/.well-known/est/{label}")
class EstController {

    private static final int MOST_BYTES = 32 * 1024;
    private static final String CERTIFICATES = "application/pkcs7-mime";
    private static final String ONE_CERTIFICATE = "application/pkcs7-mime; smime-type=certs-only";
    private static final String RETRY_SECONDS = "60";
    private static final Base64.Encoder BASE64 =
            Base64.getMimeEncoder(64, "\r\n".getBytes(StandardCharsets.US_ASCII));

    private final CertificationAuthorities authorities;
    private final CrossCertificates crossCertificates;
    private final AdmitMachine admitMachine;
    private final EnrolMachine enrolMachine;

    EstController(
            CertificationAuthorities authorities,
            CrossCertificates crossCertificates,
            AdmitMachine admitMachine,
            EnrolMachine enrolMachine) {
        this.authorities = authorities;
        this.crossCertificates = crossCertificates;
        this.admitMachine = admitMachine;
        this.enrolMachine = enrolMachine;
    }

    @GetMapping("/cacerts")
    ResponseEntity<byte[]> authorityCertificates(@PathVariable String label) {
        return of(
                label,
                authorities::newest,
                authority -> base64(CERTIFICATES, CertsOnly.of(authorityCertificates(authority))));
    }

    /** With those that lead from an older or newer key to this one (RFC 7030, 4.1.3). */
    private List<byte[]> authorityCertificates(CertificationAuthority authority) {
        List<CertificationAuthority> path = authorities.path(authority);
        return Stream.concat(
                        path.stream().map(CertificationAuthority::certificate),
                        path.stream()
                                .flatMap(link -> crossCertificates.around(link.code()).stream())
                                .map(CrossCertificate::certificate))
                .distinct()
                .map(SignedCertificate::encoded)
                .toList();
    }

    @GetMapping("/csrattrs")
    ResponseEntity<byte[]> requestAdvice(@PathVariable String label) {
        return of(
                label,
                authorities::newest,
                authority ->
                        base64(
                                "application/csrattrs",
                                RequestAdvice.of(
                                        PublicKeys.algorithmOf(authority.verificationKey()))));
    }

    @PostMapping("/simpleenroll")
    ResponseEntity<byte[]> enrol(
            @PathVariable String label,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
                    @Nullable String authorization,
            HttpServletRequest request)
            throws IOException {
        return enrol(label, authorization, DerExchange.question(request, MOST_BYTES), false);
    }

    /**
     * Renews with a new key. Whoever renews proves to be the machine by its secret, as at the first time: what a TLS client
     * certificate would prove ends at the server in front.
     */
    @PostMapping("/simplereenroll")
    ResponseEntity<byte[]> renew(
            @PathVariable String label,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
                    @Nullable String authorization,
            HttpServletRequest request)
            throws IOException {
        return enrol(label, authorization, DerExchange.question(request, MOST_BYTES), true);
    }

    private ResponseEntity<byte[]> enrol(
            String label, @Nullable String authorization, byte[] request, boolean renewal) {
        return of(
                label,
                // Who signs is looked up when it is signed; here the line alone counts.
                authorities::newestSeen,
                authority -> {
                    Optional<Machine> machine =
                            BasicCredentials.read(authorization)
                                    .flatMap(each -> admitMachine.admit(each.name(), each.secret()))
                                    .filter(
                                            each ->
                                                    each.entitlement()
                                                            .authority()
                                                            .equals(authority.line()));
                    return machine.map(each -> enrol(each, request, renewal))
                            .orElseGet(EstController::unauthorized);
                });
    }

    private ResponseEntity<byte[]> enrol(Machine machine, byte[] request, boolean renewal) {
        EnrolOutcome outcome =
                enrolMachine.enrol(
                        new Enrolment(
                                machine,
                                Enrolment.order(
                                        machine.name(), renewal ? "renew" : "enrol", request),
                                new KeyRequest.Pkcs10(request),
                                renewal,
                                null));
        return switch (outcome) {
            case EnrolOutcome.Enrolled(var issued) ->
                    base64(ONE_CERTIFICATE, CertsOnly.of(List.of(issued.certificate())));
            case EnrolOutcome.NotEntitled(String sentence) ->
                    sentence(HttpStatus.FORBIDDEN, sentence);
            case EnrolOutcome.WrongSubject(String sentence) ->
                    sentence(HttpStatus.BAD_REQUEST, sentence);
            case EnrolOutcome.NotIssued(IssuanceRefusal reason, String sentence) ->
                    notIssued(reason, sentence);
        };
    }

    private static ResponseEntity<byte[]> notIssued(IssuanceRefusal reason, String sentence) {
        return switch (reason) {
            case MALFORMED_REQUEST,
                    BAD_REQUEST_SIGNATURE,
                    UNSUPPORTED_KEY,
                    WEAK_KEY,
                    KEY_ALREADY_CERTIFIED ->
                    sentence(HttpStatus.BAD_REQUEST, sentence);
            case VALIDITY, PROFILE, LINT, ORDER_MISMATCH, UNKNOWN_AUTHORITY, DENIED ->
                    sentence(HttpStatus.FORBIDDEN, sentence);
            case IN_PROGRESS, UNREACHABLE ->
                    ResponseEntity.status(HttpStatus.ACCEPTED)
                            .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                            .body(new byte[0]);
        };
    }

    private ResponseEntity<byte[]> of(
            String label,
            Function<AuthorityCode, Optional<CertificationAuthority>> find,
            Function<CertificationAuthority, ResponseEntity<byte[]>> answer) {
        return AuthorityCode.read(label)
                .flatMap(find)
                .filter(CertificationAuthority::servesSubscribers)
                .map(answer)
                .orElseGet(
                        () -> sentence(HttpStatus.NOT_FOUND, "no authority enrols at this label"));
    }

    private static ResponseEntity<byte[]> unauthorized() {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"est\", charset=\"UTF-8\"")
                .contentType(MediaType.TEXT_PLAIN)
                .body("sign in as a registered machine\n".getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> base64(String type, byte[] der) {
        byte[] encoded = BASE64.encode(der);
        byte[] lines = Arrays.copyOf(encoded, encoded.length + 2);
        lines[encoded.length] = '\r';
        lines[encoded.length + 1] = '\n';
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header("Content-Transfer-Encoding", "base64")
                .body(lines);
    }

    private static ResponseEntity<byte[]> sentence(HttpStatus status, String sentence) {
        return ResponseEntity.status(status)
                .contentType(MediaType.TEXT_PLAIN)
                .body((sentence + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
