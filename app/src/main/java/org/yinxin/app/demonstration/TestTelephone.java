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
import org.yinxin.standins.identity.Transfer;
import org.yinxin.standins.mail.CaughtLetter;
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

    /** What was written to one mail address, or to all; newest first. */
    @GetMapping("/demo/mail.json")
    List<CaughtLetter> mail(@RequestParam(defaultValue = "") String to) {
        return standIns.mail().letters().stream()
                .filter(each -> to.isBlank() || each.to().equals(to))
                .toList();
    }

    /** What arrived on one account, or on all; newest first. */
    @GetMapping("/demo/bank.json")
    List<Transfer> bank(@RequestParam(defaultValue = "") String account) {
        return standIns.identity().transfers().stream()
                .filter(each -> account.isBlank() || each.payeeAccount().equals(account))
                .toList();
    }

    /** A link that was opened, and whether the right person looked. */
    record Looked(String link, boolean yes) {}

    @PostMapping(path = "/demo/face", consumes = "application/json")
    ResponseEntity<Void> look(@RequestBody Looked looked) {
        return standIns.identity().look(looked.link(), looked.yes())
                ? ResponseEntity.noContent().build()
                : ResponseEntity.status(409).build();
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
