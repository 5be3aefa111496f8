package org.yinxin.hall.payment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.payment.HandleRefund;
import org.yinxin.hall.payment.ReadMoneyDesk;
import org.yinxin.hall.payment.ReturnMoney;
import org.yinxin.hall.payment.web.FinanceJson.DeskJson;
import org.yinxin.hall.payment.web.FinanceJson.FoundJson;
import org.yinxin.hall.payment.web.FinanceJson.OrderJson;
import org.yinxin.hall.payment.web.FinanceJson.RefundJson;
import org.yinxin.hall.web.Answers;

/** Money that needs a person, for the programs of finance officers. */
@Tag(name = "Payments", description = "For finance officers.")
@RestController
@RequestMapping("/api/v1/staff/payments")
class MoneyApi {

    private final ReadMoneyDesk readMoneyDesk;
    private final ReturnMoney returnMoney;
    private final HandleRefund handleRefund;

    MoneyApi(ReadMoneyDesk readMoneyDesk, ReturnMoney returnMoney, HandleRefund handleRefund) {
        this.readMoneyDesk = readMoneyDesk;
        this.returnMoney = returnMoney;
        this.handleRefund = handleRefund;
    }

    /** A refund that was made by bank. */
    record Recording(
            @Schema(description = "the bank's own number of it") @Nullable String transaction) {}

    @Operation(summary = "Money that does not fit its order, and refunds that need a person")
    @GetMapping
    ResponseEntity<DeskJson> read(@AuthenticationPrincipal Actor who, Locale reader) {
        return Answers.of(readMoneyDesk.read(who).map(desk -> DeskJson.of(desk, reader)));
    }

    @Operation(summary = "The orders that a number belongs to, newest first")
    @GetMapping("/orders")
    ResponseEntity<List<FoundJson>> find(
            @AuthenticationPrincipal Actor who,
            @Parameter(
                            description =
                                    "of a case, an order, a payment, a refund; the channel's or ours; whole")
                    @RequestParam(defaultValue = "")
                    String q,
            Locale reader) {
        return Answers.of(
                readMoneyDesk
                        .find(who, q)
                        .map(
                                found ->
                                        found.stream()
                                                .map(one -> FoundJson.of(one, reader))
                                                .toList()));
    }

    @Operation(summary = "Give back money that does not fit its order")
    @PostMapping("/concerns/{id}/refund")
    ResponseEntity<OrderJson> giveBack(
            @AuthenticationPrincipal Actor who, @PathVariable String id, Locale reader) {
        return Answers.of(
                Typed.concern(id)
                        .flatMap(it -> returnMoney.giveBack(who, it))
                        .map(order -> OrderJson.of(order, reader)));
    }

    @Operation(summary = "Record a refund that was made by bank")
    @PostMapping("/refunds/{id}/record")
    ResponseEntity<RefundJson> record(
            @AuthenticationPrincipal Actor who,
            @PathVariable String id,
            @RequestBody Recording sent) {
        return Answers.of(
                Typed.refund(id)
                        .flatMap(it -> handleRefund.record(who, it, Typed.text(sent.transaction())))
                        .map(RefundJson::of));
    }

    @Operation(summary = "Let the channel try a failed refund again")
    @PostMapping("/refunds/{id}/again")
    ResponseEntity<RefundJson> again(@AuthenticationPrincipal Actor who, @PathVariable String id) {
        return Answers.of(
                Typed.refund(id).flatMap(it -> handleRefund.again(who, it)).map(RefundJson::of));
    }
}
