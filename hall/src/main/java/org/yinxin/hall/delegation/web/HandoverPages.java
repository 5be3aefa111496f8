package org.yinxin.hall.delegation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.archive.PaperAnswer;
import org.yinxin.hall.delegation.AskLegalRepresentative;
import org.yinxin.hall.delegation.HandInLetter;
import org.yinxin.hall.delegation.HandoverView;
import org.yinxin.hall.delegation.ReadHandovers;
import org.yinxin.hall.delegation.StartHandover;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.web.Answers;
import org.yinxin.hall.web.PageErrors;

/** 变更经办人: whoever takes over asks for it, and proves it in one of the unit's ways. */
@Controller
@RequestMapping("/handovers")
class HandoverPages {

    private static final String NEW = "delegation/web/new";
    private static final String ONE = "delegation/web/handover";

    private final StartHandover startHandover;
    private final AskLegalRepresentative legal;
    private final HandInLetter handInLetter;
    private final ReadHandovers readHandovers;
    private final PageErrors pageErrors;

    HandoverPages(
            StartHandover startHandover,
            AskLegalRepresentative legal,
            HandInLetter handInLetter,
            ReadHandovers readHandovers,
            PageErrors pageErrors) {
        this.startHandover = startHandover;
        this.legal = legal;
        this.handInLetter = handInLetter;
        this.readHandovers = readHandovers;
        this.pageErrors = pageErrors;
    }

    @GetMapping("/new")
    String before(@RequestParam(required = false) @Nullable String unit, Model model) {
        model.addAttribute("wish", new StartHandover.Wish(Typed.text(unit), "", "", ""));
        return NEW;
    }

    @PostMapping
    String start(
            @AuthenticationPrincipal Actor.Subscriber who,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String identityNumber,
            @RequestParam(defaultValue = "") String until,
            Model model,
            HttpServletResponse response) {
        var wish = new StartHandover.Wish(unit, name, identityNumber, until);
        return switch (startHandover.start(who, wish)) {
            case Outcome.Done<CaseNumber>(CaseNumber number) -> place(number);
            case Outcome.Refused<CaseNumber>(var refusal) -> {
                model.addAttribute("wish", wish);
                yield pageErrors.show(refusal, model, response, NEW);
            }
        };
    }

    @GetMapping("/{number}")
    String show(
            @AuthenticationPrincipal Actor.Subscriber who,
            @PathVariable String number,
            Model model) {
        return fill(who, number, model);
    }

    @PostMapping("/{number}/codes")
    String ask(
            @AuthenticationPrincipal Actor.Subscriber who,
            @PathVariable String number,
            Model model,
            HttpServletResponse response) {
        return after(
                Typed.number(number).flatMap(it -> legal.ask(who, it)),
                who,
                number,
                model,
                response);
    }

    @PostMapping("/{number}/confirmation")
    String confirm(
            @AuthenticationPrincipal Actor.Subscriber who,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletResponse response) {
        return after(
                Typed.number(number).flatMap(it -> legal.confirm(who, it, code)),
                who,
                number,
                model,
                response);
    }

    @PostMapping("/{number}/letter")
    String letter(
            @AuthenticationPrincipal Actor.Subscriber who,
            @PathVariable String number,
            @RequestPart(name = "letter", required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response)
            throws IOException {
        byte[] picture =
                file == null
                        ? new byte[0]
                        : file.getInputStream().readNBytes(HandInLetter.LARGEST + 1);
        return after(
                Typed.number(number).flatMap(it -> handInLetter.handIn(who, it, picture)),
                who,
                number,
                model,
                response);
    }

    @GetMapping("/{number}/letter")
    ResponseEntity<byte[]> picture(
            @AuthenticationPrincipal Actor.Subscriber who, @PathVariable String number) {
        return PaperAnswer.of(
                Answers.valueOf(
                        Typed.number(number).flatMap(it -> readHandovers.ownLetter(who, it))));
    }

    private String after(
            Outcome<?> done,
            Actor.Subscriber who,
            String number,
            Model model,
            HttpServletResponse response) {
        return switch (done) {
            case Outcome.Done<?> _ -> place(Answers.valueOf(Typed.number(number)));
            case Outcome.Refused<?>(var refusal) ->
                    pageErrors.show(refusal, model, response, fill(who, number, model));
        };
    }

    private String fill(Actor.Subscriber who, String number, Model model) {
        HandoverView view =
                Answers.valueOf(Typed.number(number).flatMap(it -> readHandovers.own(who, it)));
        model.addAttribute("view", view);
        model.addAttribute("state", view.handover().state().name());
        model.addAttribute("stage", view.check() == null ? "NONE" : view.check().stage().name());
        model.addAttribute("ways", view.handover().ways().stream().map(Enum::name).toList());
        return ONE;
    }

    private static String place(CaseNumber number) {
        return "redirect:/handovers/" + number;
    }
}
