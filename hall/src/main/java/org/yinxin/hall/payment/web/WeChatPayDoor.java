package org.yinxin.hall.payment.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.hall.outcome.ErrorCode;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.payment.ChannelCode;
import org.yinxin.hall.payment.PaymentError;
import org.yinxin.hall.payment.ReceiveNotification;
import org.yinxin.hall.payment.channel.ReceivedNotification;

/**
 * Where WeChat Pay calls back. It wants 200 or 204 for success, and {@code {"code": "FAIL", "message": …}} with another
 * status for a refusal; then it tries again later.
 */
@RestController
class WeChatPayDoor {

    private static final int LARGEST = 64 * 1024;

    private final ReceiveNotification receive;

    WeChatPayDoor(ReceiveNotification receive) {
        this.receive = receive;
    }

    /** The platform's answer format for refusals. */
    record Failure(String code, String message) {}

    @PostMapping("/payments/wechat/notify")
    ResponseEntity<Failure> notified(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return failure(PaymentError.NOTIFICATION_TOO_LARGE);
        }
        Map<String, String> headers = new HashMap<>();
        request.getHeaderNames()
                .asIterator()
                .forEachRemaining(name -> headers.put(name, request.getHeader(name)));
        ReceivedNotification notification =
                new ReceivedNotification(headers, new String(body, StandardCharsets.UTF_8));
        return switch (receive.receive(ChannelCode.WECHAT, notification)) {
            case Outcome.Done<ChannelCode> _ -> ResponseEntity.noContent().build();
            case Outcome.Refused<ChannelCode>(var refusal) -> failure(refusal.code());
        };
    }

    private static ResponseEntity<Failure> failure(ErrorCode code) {
        return ResponseEntity.status(HttpStatus.valueOf(code.kind().status()))
                .body(new Failure("FAIL", code.name()));
    }
}
