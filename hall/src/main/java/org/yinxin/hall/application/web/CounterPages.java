package org.yinxin.hall.application.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.yinxin.hall.account.AccountError;
import org.yinxin.hall.account.SentCode;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.OpenAtCounter;
import org.yinxin.hall.application.ReadCounterCase;
import org.yinxin.hall.application.ReadVisit;
import org.yinxin.hall.application.ReceiveVisitor;
import org.yinxin.hall.catalogue.Catalogue;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.web.Answers;
import org.yinxin.hall.web.PageErrors;

/** 现场受理: an officer receives a visitor and opens an application for the visitor. */
@Controller
@RequestMapping("/staff/counter")
class CounterPages {

    private static final String COUNTER = "application/web/counter";
    private static final String VISIT = "application/web/visit";

    private final ReceiveVisitor receiveVisitor;
    private final ReadVisit readVisit;
    private final OpenAtCounter openAtCounter;
    private final ReadCounterCase readCounterCase;
    private final Catalogue catalogue;
    private final Sayings sayings;
    private final PageErrors pageErrors;

    CounterPages(
            ReceiveVisitor receiveVisitor,
            ReadVisit readVisit,
            OpenAtCounter openAtCounter,
            ReadCounterCase readCounterCase,
            Catalogue catalogue,
            Sayings sayings,
            PageErrors pageErrors) {
        this.receiveVisitor = receiveVisitor;
        this.readVisit = readVisit;
        this.openAtCounter = openAtCounter;
        this.readCounterCase = readCounterCase;
        this.catalogue = catalogue;
        this.sayings = sayings;
        this.pageErrors = pageErrors;
    }

    @GetMapping
    String counter(@AuthenticationPrincipal Actor.Operator who, Model model) {
        return counter(who, VisitorForm.EMPTY, false, model);
    }

    /** The code is on its way; what was typed besides stays. */
    @PostMapping("/codes")
    String sendCode(
            @AuthenticationPrincipal Actor.Operator who,
            VisitorForm sent,
            Model model,
            HttpServletResponse response,
            Locale reader) {
        return switch (receiveVisitor.sendCode(who, sent.typed().mobile(), reader)) {
            case Outcome.Done<SentCode> _ -> counter(who, sent, true, model);
            case Outcome.Refused<SentCode>(var refusal) ->
                    pageErrors.show(
                            refusal,
                            model,
                            response,
                            counter(
                                    who,
                                    sent,
                                    refusal.code() == AccountError.CODE_JUST_SENT,
                                    model));
        };
    }

    @PostMapping("/visits")
    String receive(
            @AuthenticationPrincipal Actor.Operator who,
            VisitorForm sent,
            Model model,
            HttpServletResponse response) {
        return switch (receiveVisitor.receive(who, sent.typed())) {
            case Outcome.Done<UUID>(UUID visit) -> "redirect:/staff/counter/visits/" + visit;
            case Outcome.Refused<UUID>(var refusal) ->
                    pageErrors.show(refusal, model, response, counter(who, sent, true, model));
        };
    }

    private String counter(Actor.Operator who, VisitorForm typed, boolean codeSent, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("codeSent", codeSent);
        model.addAttribute("lately", readCounterCase.lately(who));
        return COUNTER;
    }

    @GetMapping("/visits/{visit}")
    String visit(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable UUID visit,
            Model model,
            Locale reader) {
        return visit(who, visit, OpeningForm.EMPTY, model, reader);
    }

    @PostMapping("/visits/{visit}/applications")
    String open(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable UUID visit,
            OpeningForm sent,
            Model model,
            HttpServletResponse response,
            Locale reader) {
        var wanted = sent.wanted();
        if (wanted.isEmpty()) {
            visit(who, visit, sent, model, reader);
            model.addAttribute("errors", sayings.one("what", "counter.what.wanted", reader));
            response.setStatus(422);
            return VISIT;
        }
        return switch (openAtCounter.open(who, visit, wanted.get())) {
            case Outcome.Done<CaseNumber>(var number) -> "redirect:/staff/counter/" + number;
            case Outcome.Refused<CaseNumber>(var refusal) ->
                    pageErrors.show(
                            refusal, model, response, visit(who, visit, sent, model, reader));
        };
    }

    private String visit(
            Actor.Operator who, UUID visit, OpeningForm typed, Model model, Locale reader) {
        List<CounterOffer> offers = CounterOffer.of(catalogue.live(), reader);
        Map<String, String> choices = new LinkedHashMap<>();
        offers.forEach(
                it ->
                        choices.put(
                                it.value(),
                                sayings.say(
                                        "counter.what.choice", reader, it.project(), it.title())));
        model.addAttribute("visit", Answers.valueOf(readVisit.read(who, visit)));
        model.addAttribute("choices", choices);
        model.addAttribute("bids", offers.stream().anyMatch(CounterOffer::openBids));
        model.addAttribute("typed", typed);
        return VISIT;
    }
}
