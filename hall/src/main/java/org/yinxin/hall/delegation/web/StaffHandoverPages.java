package org.yinxin.hall.delegation.web;

import jakarta.servlet.http.HttpServletResponse;
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
import org.yinxin.hall.delegation.DecideLetter;
import org.yinxin.hall.delegation.EndDelegation;
import org.yinxin.hall.delegation.HandoverView;
import org.yinxin.hall.delegation.ReadHandovers;
import org.yinxin.hall.delegation.ReadUnits;
import org.yinxin.hall.delegation.web.DelegationJson.AgentJson;
import org.yinxin.hall.delegation.web.DelegationJson.LetterJson;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.web.Answers;
import org.yinxin.hall.web.PageErrors;

/** 变更经办人: an approving officer compares the letter with what was asked for. */
@Controller
@RequestMapping("/staff/handovers")
class StaffHandoverPages {

    private static final String ONE = "delegation/web/letter";
    private static final String UNIT = "delegation/web/staff-unit";

    private final ReadHandovers readHandovers;
    private final DecideLetter decideLetter;
    private final ReadUnits readUnits;
    private final EndDelegation endDelegation;
    private final PageErrors pageErrors;

    StaffHandoverPages(
            ReadHandovers readHandovers,
            DecideLetter decideLetter,
            ReadUnits readUnits,
            EndDelegation endDelegation,
            PageErrors pageErrors) {
        this.readHandovers = readHandovers;
        this.decideLetter = decideLetter;
        this.readUnits = readUnits;
        this.endDelegation = endDelegation;
        this.pageErrors = pageErrors;
    }

    @GetMapping
    String waiting(
            @AuthenticationPrincipal Actor who,
            @RequestParam(required = false) @Nullable String decided,
            Model model) {
        model.addAttribute(
                "letters",
                Answers.valueOf(readHandovers.waiting(who)).stream()
                        .map(LetterJson::listed)
                        .toList());
        model.addAttribute("decided", decided);
        return "delegation/web/letters";
    }

    /** Finds a unit by its code; the form of the list sends it. */
    @GetMapping("/units")
    String find(@RequestParam(defaultValue = "") String unit) {
        String code = unit.strip().toUpperCase(java.util.Locale.ROOT);
        return code.matches("[0-9A-Z]{18}")
                ? "redirect:/staff/handovers/units/" + code
                : "redirect:/staff/handovers";
    }

    @GetMapping("/units/{unit}")
    String unit(@AuthenticationPrincipal Actor who, @PathVariable String unit, Model model) {
        return fillUnit(who, unit, model);
    }

    @PostMapping("/units/{unit}/withdrawal")
    String withdraw(
            @AuthenticationPrincipal Actor who,
            @PathVariable String unit,
            @RequestParam(defaultValue = "") String words,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("words", words);
        return switch (endDelegation.withdraw(who, unit, words)) {
            case Outcome.Done<String>(String code) -> "redirect:/staff/handovers/units/" + code;
            case Outcome.Refused<String>(var refusal) ->
                    pageErrors.show(refusal, model, response, fillUnit(who, unit, model));
        };
    }

    @GetMapping("/{number}")
    String show(@AuthenticationPrincipal Actor who, @PathVariable String number, Model model) {
        return fill(who, number, model);
    }

    @GetMapping("/{number}/letter")
    ResponseEntity<byte[]> letter(@AuthenticationPrincipal Actor who, @PathVariable String number) {
        return PaperAnswer.of(
                Answers.valueOf(Typed.number(number).flatMap(it -> readHandovers.letter(who, it))));
    }

    @PostMapping("/{number}/decision")
    String decide(
            @AuthenticationPrincipal Actor who,
            @PathVariable String number,
            @RequestParam(defaultValue = "false") boolean approve,
            @RequestParam(defaultValue = "") String words,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("words", words);
        Outcome<CaseNumber> decided =
                Typed.number(number).flatMap(it -> decideLetter.decide(who, it, approve, words));
        return switch (decided) {
            case Outcome.Done<CaseNumber>(CaseNumber done) ->
                    "redirect:/staff/handovers?decided=" + done;
            case Outcome.Refused<CaseNumber>(var refusal) ->
                    pageErrors.show(refusal, model, response, fill(who, number, model));
        };
    }

    private String fill(Actor who, String number, Model model) {
        HandoverView view =
                Answers.valueOf(Typed.number(number).flatMap(it -> readHandovers.read(who, it)));
        model.addAttribute("letter", LetterJson.of(view));
        return ONE;
    }

    private String fillUnit(Actor who, String unit, Model model) {
        var given = Answers.valueOf(readUnits.ofUnit(who, unit));
        model.addAttribute("code", unit);
        model.addAttribute("name", given.getFirst().organisation().name());
        model.addAttribute("agents", given.stream().map(AgentJson::of).toList());
        return UNIT;
    }
}
