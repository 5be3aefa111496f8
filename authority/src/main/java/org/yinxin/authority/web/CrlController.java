package org.yinxin.authority.web;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.status.PublishCrl;
import org.yinxin.authority.status.PublishedCrl;

/** CRLs in DER (RFC 5280, 4.2.1.13; RFC 2585). */
@RestController
class CrlController {

    private static final MediaType TYPE = MediaType.parseMediaType("application/pkix-crl");

    // Short, because a revocation makes a new list at once; the tag makes asking again cheap.
    private static final Duration MAX_AGE = Duration.ofMinutes(1);

    private final PublishCrl crls;

    CrlController(PublishCrl crls) {
        this.crls = crls;
    }

    @GetMapping("/crl/{authority}.crl")
    ResponseEntity<byte[]> crl(@PathVariable String authority) {
        return AuthorityCode.read(authority)
                .flatMap(crls::current)
                .map(CrlController::answer)
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static ResponseEntity<byte[]> answer(PublishedCrl crl) {
        return ResponseEntity.ok()
                .contentType(TYPE)
                .cacheControl(CacheControl.maxAge(MAX_AGE).cachePublic().mustRevalidate())
                .eTag("\"" + crl.number() + "\"")
                .lastModified(crl.thisUpdate())
                .headers(headers -> headers.setExpires(crl.nextUpdate()))
                .body(crl.encoded());
    }
}
