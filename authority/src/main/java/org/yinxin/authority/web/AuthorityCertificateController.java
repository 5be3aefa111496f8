package org.yinxin.authority.web;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.hierarchy.CertificationAuthorities;

/** Certificates of authorities in DER, as the AIA extension points to them (RFC 5280, 4.2.2.1; RFC 2585). */
@RestController
class AuthorityCertificateController {

    private static final MediaType TYPE = MediaType.parseMediaType("application/pkix-cert");

    private final CertificationAuthorities authorities;

    AuthorityCertificateController(CertificationAuthorities authorities) {
        this.authorities = authorities;
    }

    @GetMapping("/ca/{authority}.cer")
    ResponseEntity<byte[]> certificate(@PathVariable String authority) {
        return AuthorityCode.read(authority)
                .flatMap(authorities::find)
                .map(
                        found ->
                                ResponseEntity.ok()
                                        .contentType(TYPE)
                                        .cacheControl(
                                                CacheControl.maxAge(Duration.ofDays(1))
                                                        .cachePublic())
                                        .eTag("\"" + found.certificate().tbs().serial() + "\"")
                                        .body(found.certificate().encoded()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
