package org.yinxin.hall.application.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.BankCheckTask;
import org.yinxin.hall.application.ProveAccount;
import org.yinxin.hall.identification.BankCheckView;
import org.yinxin.hall.identification.TypedAccount;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.web.Answers;

/** The proof of an organisation's account in the open API. */
@Tag(name = "Applications")
@RestController
@RequestMapping("/api/v1/applications/{number}/bank-check/{gate}")
class BankCheckApi {

    private final ProveAccount proveAccount;

    BankCheckApi(ProveAccount proveAccount) {
        this.proveAccount = proveAccount;
    }

    /** The organisation's own account. */
    record AccountJson(
            @Schema(description = "the organisation's name") @Nullable String accountName,
            @Nullable String accountNumber,
            @Schema(description = "bank and branch") @Nullable String bank) {}

    /** The six digits of the memo. */
    record MemoJson(@Nullable String memo) {}

    /** How it stands. */
    record BankCheckJson(
            @Schema(
                            allowableValues = {
                                "open",
                                "sending",
                                "sent",
                                "refused",
                                "dead",
                                "expired",
                                "passed",
                                "withdrawn"
                            })
                    String state,
            @Schema(description = "in yuan", example = "0.01") String amount,
            @Schema(description = "masked") @Nullable String account,
            @Nullable String bank,
            @Nullable Instant sentAt,
            @Schema(description = "until when the memo may be told") @Nullable Instant expires,
            int attemptsLeft) {}

    @Operation(summary = "How the proof of the account at a gate stands")
    @GetMapping
    ResponseEntity<BankCheckJson> read(
            @AuthenticationPrincipal Actor who,
            @PathVariable String number,
            @PathVariable String gate) {
        return answer(
                ApplicationApi.number(number).flatMap(it -> proveAccount.view(who, it, gate)));
    }

    @Operation(
            summary = "Have a small amount sent to the organisation's account",
            description =
                    "The same account again is the same transfer, also after a bank that did not answer. Another account"
                            + " takes its place.")
    @PostMapping
    ResponseEntity<BankCheckJson> send(
            @AuthenticationPrincipal Actor who,
            @PathVariable String number,
            @PathVariable String gate,
            @RequestBody AccountJson account) {
        return answer(
                ApplicationApi.number(number)
                        .flatMap(
                                it ->
                                        proveAccount.send(
                                                who,
                                                it,
                                                gate,
                                                new TypedAccount(
                                                        typed(account.accountName()),
                                                        typed(account.accountNumber()),
                                                        typed(account.bank())))));
    }

    @Operation(summary = "Tell the digits of the memo")
    @PostMapping("/confirmation")
    ResponseEntity<BankCheckJson> confirm(
            @AuthenticationPrincipal Actor who,
            @PathVariable String number,
            @PathVariable String gate,
            @RequestBody MemoJson memo) {
        return answer(
                ApplicationApi.number(number)
                        .flatMap(it -> proveAccount.confirm(who, it, gate, typed(memo.memo()))));
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static ResponseEntity<BankCheckJson> answer(Outcome<BankCheckTask> task) {
        return Answers.of(task.map(BankCheckApi::json));
    }

    private static BankCheckJson json(BankCheckTask task) {
        BankCheckView view = task.view();
        return new BankCheckJson(
                view.stage().name().toLowerCase(Locale.ROOT),
                view.amount().toString(),
                view.account(),
                view.bank(),
                view.sentAt(),
                view.expires(),
                view.attemptsLeft());
    }
}
