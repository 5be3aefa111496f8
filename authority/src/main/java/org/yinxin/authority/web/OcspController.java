package org.yinxin.authority.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.status.AnswerOcsp;
import org.yinxin.authority.status.OcspReply;
import org.yinxin.pki.ocsp.OcspRequest;

/**
 * OCSP over HTTP (RFC 6960, appendix A). Whatever is asked of a known authority gets an OCSP answer with status 200; that
 * the question was malformed is said inside it.
 */
@RestController
class OcspController {

    private static final MediaType TYPE = MediaType.parseMediaType("application/ocsp-response");

    // Answers are signed live. A cache may hold one for a moment and no longer: a revocation must
    // be seen at once.
    private static final Duration MAX_AGE = Duration.ofSeconds(1);

    private final AnswerOcsp ocsp;

    OcspController(AnswerOcsp ocsp) {
        this.ocsp = ocsp;
    }

    @PostMapping("/ocsp/{authority}")
    ResponseEntity<byte[]> post(@PathVariable String authority, HttpServletRequest request)
            throws IOException {
        return answer(authority, DerExchange.question(request, OcspRequest.MOST_BYTES), false);
    }

    /** The question in Base64, which may itself contain slashes. */
    @GetMapping("/ocsp/{authority}/{*question}")
    ResponseEntity<byte[]> get(@PathVariable String authority, @PathVariable String question) {
        return answer(authority, decode(question.substring(1)), true);
    }

    private ResponseEntity<byte[]> answer(
            String authority, byte[] question, boolean cacheableMethod) {
        return AuthorityCode.read(authority)
                .flatMap(code -> ocsp.answer(code, question))
                .map(reply -> answer(reply, cacheableMethod && reply.cacheable()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static ResponseEntity<byte[]> answer(OcspReply reply, boolean cacheable) {
        return ResponseEntity.ok()
                .contentType(TYPE)
                .cacheControl(
                        cacheable
                                ? CacheControl.maxAge(MAX_AGE).cachePublic().mustRevalidate()
                                : CacheControl.noStore())
                .body(reply.encoded());
    }

    // What is not Base64 is a malformed question like any other.
    private static byte[] decode(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
