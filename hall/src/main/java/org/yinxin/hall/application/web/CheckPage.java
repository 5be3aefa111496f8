package org.yinxin.hall.application.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.ApplicationView;
import org.yinxin.hall.application.FormView;
import org.yinxin.hall.application.ReadForm;
import org.yinxin.hall.application.SubmitApplication;
import org.yinxin.hall.application.ViewApplication;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.web.Answers;
import org.yinxin.hall.web.PageErrors;

/** Everything that was answered, to be read once more and submitted. */
@Controller
@RequestMapping({"/applications/{number}/check", "/staff/counter/{number}/check"})
class CheckPage {

    private static final String PAGE = "application/web/check";

    private final ViewApplication viewApplication;
    private final ReadForm readForm;
    private final SubmitApplication submitApplication;
    private final AnswerSheet.Maker answerSheets;
    private final PageErrors pageErrors;

    CheckPage(
            ViewApplication viewApplication,
            ReadForm readForm,
            SubmitApplication submitApplication,
            AnswerSheet.Maker answerSheets,
            PageErrors pageErrors) {
        this.viewApplication = viewApplication;
        this.readForm = readForm;
        this.submitApplication = submitApplication;
        this.answerSheets = answerSheets;
        this.pageErrors = pageErrors;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            Model model,
            Locale reader) {
        return fill(who, number, model, reader);
    }

    @PostMapping
    String submit(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            Model model,
            HttpServletResponse response,
            Locale reader) {
        return switch (submitApplication.submit(who, number)) {
            case Outcome.Done<ApplicationView> _ ->
                    "redirect:" + Places.at(who, Places.application(number)) + "?done=submitted";
            case Outcome.Refused<ApplicationView>(var refusal) ->
                    pageErrors.show(refusal, model, response, fill(who, number, model, reader));
        };
    }

    private String fill(Actor who, CaseNumber number, Model model, Locale reader) {
        var view = Answers.valueOf(viewApplication.view(who, number));
        var form = Answers.valueOf(readForm.read(who, number));
        model.addAttribute("view", view);
        model.addAttribute("cases", Places.cases(who));
        model.addAttribute("labels", labels(view, form, reader));
        model.addAttribute("sheet", answerSheets.of(view, form, reader));
        return PAGE;
    }

    /** What the fields and papers are called, for the list of what is wrong. */
    private static Map<String, String> labels(ApplicationView view, FormView form, Locale reader) {
        Map<String, String> labels = new HashMap<>();
        view.papers().forEach(paper -> labels.put(paper.code(), paper.title().in(reader)));
        form.sections().stream()
                .flatMap(section -> section.fields().stream())
                .forEach(field -> labels.put(field.name(), field.label().in(reader)));
        return labels;
    }
}
