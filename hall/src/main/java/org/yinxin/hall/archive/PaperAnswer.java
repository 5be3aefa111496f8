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

    /** Pictures are shown; a document is saved, since what opens in a browser's own reader is out of our hands. */
    public static ResponseEntity<byte[]> of(PaperContent paper) {
        StoredPaper about = paper.about();
        ContentDisposition how =
                about.format() == PaperFormat.PDF
                        ? ContentDisposition.attachment().filename("paper.pdf").build()
                        : ContentDisposition.inline().build();
        return answer(about.format().mediaType(), about.id().sm3(), how, paper.content());
    }

    /** A page of a document, drawn. */
    public static ResponseEntity<byte[]> page(PageContent page) {
        return answer(
                MediaType.IMAGE_JPEG_VALUE,
                page.paper().sm3() + "-" + page.page(),
                ContentDisposition.inline().build(),
                page.jpeg());
    }

    private static ResponseEntity<byte[]> answer(
            String type, String tag, ContentDisposition how, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .cacheControl(CacheControl.maxAge(KEPT).cachePrivate())
                .eTag("\"" + tag + "\"")
                .header(HttpHeaders.CONTENT_DISPOSITION, how.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox")
                .body(content);
    }
}
