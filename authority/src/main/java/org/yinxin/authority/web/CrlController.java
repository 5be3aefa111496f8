package org.yinxin.authority.web;

import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.crl.CrlSeries;
import org.yinxin.authority.crl.PublishCrl;
import org.yinxin.authority.crl.PublishedCrl;

/** CRLs in DER (RFC 5280, 4.2.1.13; RFC 2585). What a cache holds is asked for again by its tag, without the octets. */
@RestController
class CrlController {

    private static final MediaType TYPE = MediaType.parseMediaType("application/pkix-crl");

    private static final Pattern SHARD = Pattern.compile("[1-9][0-9]{0,3}");

    private final PublishCrl crls;
    private final Clock clock;

    CrlController(PublishCrl crls, Clock clock) {
        this.crls = crls;
        this.clock = clock;
    }

    @GetMapping("/crl/{authority}.crl")
    ResponseEntity<Resource> full(@PathVariable String authority) {
        return answer(AuthorityCode.read(authority).map(CrlSeries::full));
    }

    @GetMapping("/crl/{authority}/{shard}.crl")
    ResponseEntity<Resource> full(@PathVariable String authority, @PathVariable String shard) {
        return answer(series(authority, shard, CrlSeries.Kind.FULL));
    }

    @GetMapping("/crl/{authority}/{shard}/delta.crl")
    ResponseEntity<Resource> delta(@PathVariable String authority, @PathVariable String shard) {
        return answer(series(authority, shard, CrlSeries.Kind.DELTA));
    }

    private static Optional<CrlSeries> series(String authority, String shard, CrlSeries.Kind kind) {
        return SHARD.matcher(shard).matches()
                ? AuthorityCode.read(authority)
                        .map(code -> new CrlSeries(code, Integer.parseInt(shard), kind))
                : Optional.empty();
    }

    @GetMapping("/crl/{authority}/delta.crl")
    ResponseEntity<Resource> delta(@PathVariable String authority) {
        return answer(AuthorityCode.read(authority).map(CrlSeries::delta));
    }

    private ResponseEntity<Resource> answer(Optional<CrlSeries> series) {
        return series.flatMap(crls::current)
                .map(this::answer)
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private ResponseEntity<Resource> answer(PublishedCrl crl) {
        return ResponseEntity.ok()
                .contentType(TYPE)
                .cacheControl(
                        CacheControl.maxAge(crl.unasked(clock.instant()))
                                .cachePublic()
                                .mustRevalidate())
                .eTag("\"" + crl.number() + "\"")
                .lastModified(crl.thisUpdate())
                .headers(headers -> headers.setExpires(crl.nextUpdate()))
                .body(new Octets(crl));
    }

    /** Read from the database while they are sent. */
    private final class Octets extends AbstractResource {

        private final PublishedCrl crl;

        Octets(PublishedCrl crl) {
            this.crl = crl;
        }

        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public long contentLength() {
            return crl.length();
        }

        @Override
        public InputStream getInputStream() {
            return crls.octets(crl);
        }

        @Override
        public String getDescription() {
            return "revocation list " + crl.number();
        }
    }
}
