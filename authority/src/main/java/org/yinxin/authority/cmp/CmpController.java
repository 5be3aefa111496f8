package org.yinxin.authority.cmp;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.web.DerExchange;

/**
 * CMP over HTTP (RFC 9811). Whatever is sent to a known authority gets a message of CMP with status 200; that it was refused
 * is said inside it.
 */
@RestController
class CmpController {

    private static final MediaType TYPE = MediaType.parseMediaType("application/pkixcmp");

    private final AnswerCmp answerCmp;

    CmpController(AnswerCmp answerCmp) {
        this.answerCmp = answerCmp;
    }

    @PostMapping("/cmp/{authority}")
    ResponseEntity<byte[]> answer(@PathVariable String authority, HttpServletRequest request)
            throws IOException {
        byte[] question = DerExchange.question(request, CmpMessage.MOST_BYTES);
        return DerExchange.answer(
                TYPE,
                AuthorityCode.read(authority).flatMap(code -> answerCmp.answer(code, question)));
    }
}
