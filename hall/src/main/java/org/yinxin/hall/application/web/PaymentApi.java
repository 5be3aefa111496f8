package org.yinxin.hall.application.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.PayApplication;
import org.yinxin.hall.payment.StartedPayment;
import org.yinxin.hall.web.Answers;

/** Payment of an application in the open API. */
@Tag(name = "Applications")
@RestController
@RequestMapping("/api/v1/applications/{number}/payment")
class PaymentApi {

    private final PayApplication payApplication;

    PaymentApi(PayApplication payApplication) {
        this.payApplication = payApplication;
    }

    /** How to pay. */
    record Paying(@Schema(allowableValues = {"wechat", "transfer"}) String channel) {}

    /** What the payer scans, or where the money is transferred to. */
    record PaymentJson(
            String orderId,
            @Schema(description = "in yuan", example = "280.00") String amount,
            @Schema(description = "the content of the QR code") @Nullable String codeUrl,
            @Schema(description = "where to transfer to; then hand in the voucher of the order")
                    @Nullable Account transfer,
            @Schema(allowableValues = {"unpaid", "settled"}) String state) {}

    /** An account; {@code remark} is written beside the transfer, so that it is recognised. */
    record Account(String name, String bank, String number, String remark) {

        static Account of(StartedPayment.Instruction.Transfer transfer) {
            return new Account(
                    transfer.account().name(),
                    transfer.account().bank(),
                    transfer.account().number(),
                    transfer.remark());
        }
    }

    @Operation(summary = "Start a payment")
    @PostMapping
    ResponseEntity<PaymentJson> pay(
            @AuthenticationPrincipal Actor who,
            @PathVariable String number,
            @RequestBody Paying paying) {
        return Answers.of(
                ApplicationApi.number(number)
                        .flatMap(it -> payApplication.pay(who, it, paying.channel()))
                        .map(PaymentApi::json));
    }

    private static PaymentJson json(StartedPayment payment) {
        return new PaymentJson(
                payment.order().id().toString(),
                payment.order().amount().toString(),
                payment.instruction() instanceof StartedPayment.Instruction.ScanCode code
                        ? code.codeUrl()
                        : null,
                payment.instruction() instanceof StartedPayment.Instruction.Transfer transfer
                        ? Account.of(transfer)
                        : null,
                payment.order().settled() ? "settled" : "unpaid");
    }
}
