package org.yinxin.app.demonstration;

import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.hall.notification.TestMessages.TestMessage;
import org.yinxin.standins.wechat.Payer;

/** What the telephone of a tester can do, for programs. */
@RestController
final class TestTelephone {

    private final CaughtMessages messages;
    private final StandIns standIns;

    TestTelephone(CaughtMessages messages, StandIns standIns) {
        this.messages = messages;
        this.standIns = standIns;
    }

    /** What was sent to one telephone, or to all; newest first. */
    @GetMapping("/demo/inbox.json")
    List<TestMessage> inbox(@RequestParam(defaultValue = "") String mobile) {
        return mobile.isBlank() ? messages.all() : messages.to(mobile);
    }

    /** A code that was photographed and shall be paid. */
    record Photographed(String codeUrl) {}

    @PostMapping(path = "/demo/wechat", consumes = "application/json")
    ResponseEntity<Map<String, Object>> pay(@RequestBody Photographed code) {
        return switch (standIns.wechat().payer().pay(code.codeUrl())) {
            case Payer.Payment.Paid(String transaction, String number, long fen) ->
                    ResponseEntity.ok(
                            Map.of(
                                    "transactionId", transaction,
                                    "outTradeNo", number,
                                    "fen", fen));
            case Payer.Payment.Refused(String words) ->
                    ResponseEntity.status(409).body(Map.of("refused", words));
        };
    }
}
