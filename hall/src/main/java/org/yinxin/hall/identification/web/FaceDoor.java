package org.yinxin.hall.identification.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.hall.identification.IdentificationError;
import org.yinxin.hall.identification.ReceiveFaceNotice;
import org.yinxin.hall.outcome.ErrorCode;
import org.yinxin.hall.outcome.Outcome;

/** Where the source of faces calls back. It hears 204 or a word why not, and then may try again. */
@RestController
class FaceDoor {

    private static final int LARGEST = 16 * 1024;

    private final ReceiveFaceNotice receive;

    FaceDoor(ReceiveFaceNotice receive) {
        this.receive = receive;
    }

    @PostMapping("/identification/face/notify")
    ResponseEntity<Map<String, String>> notified(
            @RequestHeader(name = "Identity-Timestamp", defaultValue = "") String stamp,
            @RequestHeader(name = "Identity-Signature", defaultValue = "") String signature,
            HttpServletRequest request)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return failure(IdentificationError.NOTICE_TOO_LARGE);
        }
        String text = new String(body, StandardCharsets.UTF_8);
        return switch (receive.receive(stamp, signature, text)) {
            case Outcome.Done<UUID> _ -> ResponseEntity.noContent().build();
            case Outcome.Refused<UUID>(var refusal) -> failure(refusal.code());
        };
    }

    private static ResponseEntity<Map<String, String>> failure(ErrorCode code) {
        return ResponseEntity.status(code.kind().status()).body(Map.of("error", code.name()));
    }
}
