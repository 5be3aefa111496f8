package org.yinxin.authority.timestamp;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.web.DerExchange;
import org.yinxin.pki.timestamp.StampQuestion;

/**
 * Time stamps over HTTP (RFC 3161, 3.4). Whatever is sent to a known authority gets an answer of the protocol with status
 * 200; that the question was refused is said inside it.
 */
@RestController
class TimestampController {

    private static final MediaType TYPE = MediaType.parseMediaType("application/timestamp-reply");

    private final StampTime stampTime;

    TimestampController(StampTime stampTime) {
        this.stampTime = stampTime;
    }

    @PostMapping("/tsa/{authority}")
    ResponseEntity<byte[]> stamp(@PathVariable String authority, HttpServletRequest request)
            throws IOException {
        byte[] question = DerExchange.question(request, StampQuestion.MOST_BYTES);
        return DerExchange.answer(
                TYPE,
                AuthorityCode.read(authority).flatMap(code -> stampTime.stamp(code, question)));
    }
}
