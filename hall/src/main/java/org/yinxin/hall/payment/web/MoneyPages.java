package org.yinxin.hall.payment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.payment.HandleRefund;
import org.yinxin.hall.payment.MoneyDesk;
import org.yinxin.hall.payment.ReadMoneyDesk;
import org.yinxin.hall.payment.ReturnMoney;
import org.yinxin.hall.web.Answers;
import org.yinxin.hall.web.PageErrors;

/** 款项: money that does not fit its order, refunds that need a person, and where a payment is. */
@Controller
@RequestMapping("/staff/payments")
class MoneyPages {

    private static final String SELF = "redirect:/staff/payments";

    private final ReadMoneyDesk readMoneyDesk;
    private final ReturnMoney returnMoney;
    private final HandleRefund handleRefund;
    private final PageErrors pageErrors;

    MoneyPages(
            ReadMoneyDesk readMoneyDesk,
            ReturnMoney returnMoney,
            HandleRefund handleRefund,
            PageErrors pageErrors) {
        this.readMoneyDesk = readMoneyDesk;
        this.returnMoney = returnMoney;
        this.handleRefund = handleRefund;
        this.pageErrors = pageErrors;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal Actor who,
            @RequestParam(defaultValue = "") String q,
            Model model) {
        model.addAttribute("q", q);
        if (q.isBlank()) {
            return fill(Answers.valueOf(readMoneyDesk.read(who)), model);
        }
        List<ReadMoneyDesk.Found> found = Answers.valueOf(readMoneyDesk.find(who, q));
        model.addAttribute("found", found);
        return fill(Answers.valueOf(readMoneyDesk.about(who, found)), model);
    }

    @PostMapping("/concerns/{id}/refund")
    String giveBack(
            @AuthenticationPrincipal Actor who,
            @PathVariable String id,
            Model model,
            HttpServletResponse response) {
        return after(
                who,
                Typed.concern(id).flatMap(it -> returnMoney.giveBack(who, it)),
                model,
                response);
    }

    @PostMapping("/refunds/{id}/record")
    String record(
            @AuthenticationPrincipal Actor who,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String transaction,
            Model model,
            HttpServletResponse response) {
        return after(
                who,
                Typed.refund(id).flatMap(it -> handleRefund.record(who, it, transaction)),
                model,
                response);
    }

    @PostMapping("/refunds/{id}/again")
    String again(
            @AuthenticationPrincipal Actor who,
            @PathVariable String id,
            Model model,
            HttpServletResponse response) {
        return after(
                who, Typed.refund(id).flatMap(it -> handleRefund.again(who, it)), model, response);
    }

    private String after(Actor who, Outcome<?> outcome, Model model, HttpServletResponse response) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> SELF;
            case Outcome.Refused<?>(var refusal) -> {
                model.addAttribute("q", "");
                MoneyDesk desk = Answers.valueOf(readMoneyDesk.read(who));
                yield pageErrors.show(refusal, model, response, fill(desk, model));
            }
        };
    }

    private static String fill(MoneyDesk desk, Model model) {
        model.addAttribute("desk", desk);
        model.addAttribute("listed", ReadMoneyDesk.LISTED);
        model.addAttribute("money", new Yuan());
        return "payment/web/payments";
    }

    /** Tells amounts in yuan to the template. */
    static final class Yuan {
        public BigDecimal of(long fen) {
            return BigDecimal.valueOf(fen, 2);
        }
    }
}
