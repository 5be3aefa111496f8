package org.yinxin.authority.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.hierarchy.CrossCertificate;
import org.yinxin.authority.hierarchy.CrossCertificates;
import org.yinxin.pki.certificate.SignedCertificate;

/**
 * Certificates of authorities in DER, as the AIA extension points to them (RFC 5280, 4.2.2.1; RFC 2585), those that bind two generations
 * together beside them, and where all of it is.
 */
@RestController
class AuthorityCertificateController {

    private static final MediaType TYPE = MediaType.parseMediaType("application/pkix-cert");
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final CertificationAuthorities authorities;
    private final CrossCertificates crossCertificates;
    private final AuthorityDirectory directory;

    AuthorityCertificateController(
            CertificationAuthorities authorities,
            CrossCertificates crossCertificates,
            AuthorityDirectory directory) {
        this.authorities = authorities;
        this.crossCertificates = crossCertificates;
        this.directory = directory;
    }

    @GetMapping("/ca")
    ResponseEntity<byte[]> all() {
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.maxAge(HOUR).cachePublic())
                .body(directory.text().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/ca/{authority}.cer")
    ResponseEntity<byte[]> certificate(@PathVariable String authority) {
        return answer(
                AuthorityCode.read(authority)
                        .flatMap(authorities::find)
                        .map(CertificationAuthority::certificate));
    }

    /** The key of one generation, certified by another. */
    @GetMapping("/ca/{authority}/certified-by/{issuer}.cer")
    ResponseEntity<byte[]> cross(@PathVariable String authority, @PathVariable String issuer) {
        return answer(
                AuthorityCode.read(authority)
                        .flatMap(
                                subject ->
                                        AuthorityCode.read(issuer)
                                                .flatMap(by -> crossCertificates.find(subject, by)))
                        .map(CrossCertificate::certificate));
    }

    private static ResponseEntity<byte[]> answer(Optional<SignedCertificate> certificate) {
        return certificate
                .map(
                        found ->
                                ResponseEntity.ok()
                                        .contentType(TYPE)
                                        .cacheControl(CacheControl.maxAge(DAY).cachePublic())
                                        .eTag("\"" + found.tbs().serial() + "\"")
                                        .body(found.encoded()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
