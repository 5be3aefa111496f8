package org.yinxin.hall.payment.web;

import io.swagger.v3.oas.annotations.Operation;
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
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.archive.PaperAnswer;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.payment.CheckVoucher;
import org.yinxin.hall.payment.ReadVouchers;
import org.yinxin.hall.payment.VoucherCase;
import org.yinxin.hall.payment.web.FinanceJson.VoucherJson;
import org.yinxin.hall.web.Answers;

/** Vouchers of bank transfers for the programs of finance officers. */
@Tag(name = "Vouchers", description = "For finance officers.")
@RestController
@RequestMapping("/api/v1/staff/vouchers")
class VoucherApi {

    private final ReadVouchers readVouchers;
    private final CheckVoucher checkVoucher;

    VoucherApi(ReadVouchers readVouchers, CheckVoucher checkVoucher) {
        this.readVouchers = readVouchers;
        this.checkVoucher = checkVoucher;
    }

    /** What the account says. */
    record Confirmation(
            @Schema(description = "what has arrived, in yuan", example = "280.00")
                    @Nullable String received,
            @Schema(description = "the bank's own number of it") @Nullable String transaction) {}

    /** Why there is nothing to confirm. */
    record GivingBack(@Nullable String words) {}

    @Operation(summary = "The vouchers that wait to be checked, the longest waiting first")
    @GetMapping
    ResponseEntity<List<VoucherJson>> waiting(@AuthenticationPrincipal Actor who, Locale reader) {
        return Answers.of(
                readVouchers
                        .waiting(who)
                        .map(
                                found ->
                                        found.stream()
                                                .map(one -> VoucherJson.of(one, reader))
                                                .toList()));
    }

    @Operation(summary = "One voucher")
    @GetMapping("/{id}")
    ResponseEntity<VoucherJson> read(
            @AuthenticationPrincipal Actor who, @PathVariable String id, Locale reader) {
        return answer(Typed.voucher(id).flatMap(it -> readVouchers.read(who, it)), reader);
    }

    @Operation(summary = "Its picture")
    @GetMapping("/{id}/picture")
    ResponseEntity<byte[]> picture(@AuthenticationPrincipal Actor who, @PathVariable String id) {
        return PaperAnswer.of(
                Answers.valueOf(Typed.voucher(id).flatMap(it -> readVouchers.picture(who, it))));
    }

    @Operation(summary = "The money is on the account")
    @PostMapping("/{id}/confirmation")
    ResponseEntity<VoucherJson> confirm(
            @AuthenticationPrincipal Actor who,
            @PathVariable String id,
            @RequestBody Confirmation sent,
            Locale reader) {
        return answer(
                Typed.voucher(id)
                        .flatMap(
                                it ->
                                        Typed.amount(sent.received())
                                                .flatMap(
                                                        received ->
                                                                checkVoucher.confirm(
                                                                        who,
                                                                        it,
                                                                        received,
                                                                        Typed.text(
                                                                                sent
                                                                                        .transaction())))),
                reader);
    }

    @Operation(summary = "Return it in words")
    @PostMapping("/{id}/return")
    ResponseEntity<VoucherJson> giveBack(
            @AuthenticationPrincipal Actor who,
            @PathVariable String id,
            @RequestBody GivingBack sent,
            Locale reader) {
        return answer(
                Typed.voucher(id)
                        .flatMap(it -> checkVoucher.giveBack(who, it, Typed.text(sent.words()))),
                reader);
    }

    private static ResponseEntity<VoucherJson> answer(Outcome<VoucherCase> outcome, Locale reader) {
        return Answers.of(outcome.map(found -> VoucherJson.of(found, reader)));
    }
}
