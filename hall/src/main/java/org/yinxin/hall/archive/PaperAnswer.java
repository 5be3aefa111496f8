package org.yinxin.hall.archive;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A paper as an HTTP answer: the original bytes with the type that was found in them. Somebody else's file is shown
 * on our address, so the browser may neither guess another type nor run anything in it, and only the reader's own
 * cache may keep it.
 */
public final class PaperAnswer {

    private static final Duration KEPT = Duration.ofMinutes(10);

    private PaperAnswer() {}

    public static ResponseEntity<byte[]> of(PaperContent paper) {
        String type = paper.about().format().mediaType();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .cacheControl(CacheControl.maxAge(KEPT).cachePrivate())
                .eTag("\"" + paper.about().id().sm3() + "\"")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox")
                .body(paper.content());
    }
}
