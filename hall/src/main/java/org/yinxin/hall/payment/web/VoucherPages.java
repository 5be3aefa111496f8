package org.yinxin.hall.payment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.archive.PaperAnswer;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.payment.CheckVoucher;
import org.yinxin.hall.payment.ReadVouchers;
import org.yinxin.hall.payment.VoucherCase;
import org.yinxin.hall.payment.VoucherState;
import org.yinxin.hall.web.Answers;
import org.yinxin.hall.web.PageErrors;

/** 待核对凭证: the finance officer compares the picture with the account. */
@Controller
@RequestMapping("/staff/vouchers")
class VoucherPages {

    private static final String ONE = "payment/web/voucher";

    private final ReadVouchers readVouchers;
    private final CheckVoucher checkVoucher;
    private final PageErrors pageErrors;

    VoucherPages(ReadVouchers readVouchers, CheckVoucher checkVoucher, PageErrors pageErrors) {
        this.readVouchers = readVouchers;
        this.checkVoucher = checkVoucher;
        this.pageErrors = pageErrors;
    }

    @GetMapping
    String waiting(
            @AuthenticationPrincipal Actor who,
            @RequestParam(required = false) @Nullable String checked,
            Model model) {
        model.addAttribute("vouchers", Answers.valueOf(readVouchers.waiting(who)));
        model.addAttribute("checked", checked);
        model.addAttribute("listed", ReadVouchers.LISTED);
        model.addAttribute("money", new MoneyPages.Yuan());
        return "payment/web/vouchers";
    }

    @GetMapping("/{id}")
    String show(@AuthenticationPrincipal Actor who, @PathVariable String id, Model model) {
        return fill(who, id, model);
    }

    @GetMapping("/{id}/picture")
    ResponseEntity<byte[]> picture(@AuthenticationPrincipal Actor who, @PathVariable String id) {
        return PaperAnswer.of(
                Answers.valueOf(Typed.voucher(id).flatMap(it -> readVouchers.picture(who, it))));
    }

    @PostMapping("/{id}/confirmation")
    String confirm(
            @AuthenticationPrincipal Actor who,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String received,
            @RequestParam(defaultValue = "") String transaction,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("received", received);
        model.addAttribute("transaction", transaction);
        return after(
                who,
                id,
                Typed.voucher(id)
                        .flatMap(
                                it ->
                                        Typed.amount(received)
                                                .flatMap(
                                                        amount ->
                                                                checkVoucher.confirm(
                                                                        who,
                                                                        it,
                                                                        amount,
                                                                        transaction))),
                model,
                response);
    }

    @PostMapping("/{id}/return")
    String giveBack(
            @AuthenticationPrincipal Actor who,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String words,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("words", words);
        return after(
                who,
                id,
                Typed.voucher(id).flatMap(it -> checkVoucher.giveBack(who, it, words)),
                model,
                response);
    }

    private String after(
            Actor who,
            String id,
            Outcome<VoucherCase> outcome,
            Model model,
            HttpServletResponse response) {
        return switch (outcome) {
            case Outcome.Done<VoucherCase>(VoucherCase found) ->
                    "redirect:/staff/vouchers?checked=" + found.order().caseNumber();
            case Outcome.Refused<VoucherCase>(var refusal) ->
                    pageErrors.show(refusal, model, response, fill(who, id, model));
        };
    }

    private String fill(Actor who, String id, Model model) {
        VoucherCase found =
                Answers.valueOf(Typed.voucher(id).flatMap(it -> readVouchers.read(who, it)));
        model.addAttribute("voucher", found.voucher());
        model.addAttribute("order", found.order());
        model.addAttribute("orderState", OrderView.state(found.order().state()));
        model.addAttribute("amount", BigDecimal.valueOf(found.order().amount().fen(), 2));
        model.addAttribute("waiting", found.voucher().state() instanceof VoucherState.Waiting);
        return ONE;
    }
}
