package org.yinxin.authority.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How questions and answers in DER go over HTTP. */
public final class DerExchange {

    private DerExchange() {}

    /**
     * The body of a request. One octet more than is allowed shows that it is too long, without reading the rest.
     *
     * @param most octets that a question may have
     */
    public static byte[] question(HttpServletRequest request, int most) throws IOException {
        return request.getInputStream().readNBytes(most + 1);
    }

    /** An answer that no cache keeps; "not found" where the authority that was asked does not exist. */
    public static ResponseEntity<byte[]> answer(MediaType type, Optional<byte[]> answer) {
        return answer.map(
                        octets ->
                                ResponseEntity.ok()
                                        .contentType(type)
                                        .cacheControl(CacheControl.noStore())
                                        .body(octets))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
