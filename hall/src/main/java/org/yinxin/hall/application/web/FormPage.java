package org.yinxin.hall.application.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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
import org.yinxin.hall.application.ApplicationView;
import org.yinxin.hall.application.FormView;
import org.yinxin.hall.application.ReadForm;
import org.yinxin.hall.application.SaveForm;
import org.yinxin.hall.application.ViewApplication;
import org.yinxin.hall.catalogue.FormField;
import org.yinxin.hall.catalogue.FormSection;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.web.Answers;
import org.yinxin.hall.web.ErrorSummary;
import org.yinxin.hall.web.PageErrors;
import org.yinxin.hall.web.WebError;

/**
 * One page of the form. Whatever is typed is saved, also when it is wrong or incomplete; what is wrong is then said
 * at the field. Where scripts run, each change is saved by itself.
 */
@Controller
@RequestMapping({"/applications/{number}/form/{section}", "/staff/counter/{number}/form/{section}"})
class FormPage {

    private static final String PAGE = "application/web/form";
    private static final int REFUSED = 422;

    private final ViewApplication viewApplication;
    private final ReadForm readForm;
    private final SaveForm saveForm;
    private final SectionModel.Maker sections;
    private final Sayings sayings;
    private final PageErrors pageErrors;

    FormPage(
            ViewApplication viewApplication,
            ReadForm readForm,
            SaveForm saveForm,
            SectionModel.Maker sections,
            Sayings sayings,
            PageErrors pageErrors) {
        this.viewApplication = viewApplication;
        this.readForm = readForm;
        this.saveForm = saveForm;
        this.sections = sections;
        this.sayings = sayings;
        this.pageErrors = pageErrors;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            @PathVariable String section,
            @RequestParam(required = false) @Nullable String check,
            Model model,
            Locale reader) {
        var page = fill(who, number, section, Map.of(), model, reader);
        if (check != null) {
            model.addAttribute("errors", wrong(who, number, page, reader));
        }
        return PAGE;
    }

    @PostMapping
    String save(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            @PathVariable String section,
            @RequestParam Map<String, String> posted,
            Model model,
            HttpServletResponse response,
            Locale reader) {
        var saved = saveForm.save(who, number, answers(who, number, section, posted));
        if (saved instanceof Outcome.Refused<?>(var refusal)) {
            fill(who, number, section, posted, model, reader);
            return pageErrors.show(refusal, model, response, PAGE);
        }
        var page = fill(who, number, section, Map.of(), model, reader);
        var errors = wrong(who, number, page, reader);
        if (!errors.isEmpty()) {
            model.addAttribute("errors", errors);
            response.setStatus(REFUSED);
            return PAGE;
        }
        String following = page.following();
        return "redirect:"
                + Places.at(
                        who,
                        following == null
                                ? Places.application(number)
                                : Places.section(number, following));
    }

    /** Saves in passing, and leaves the page as it is. */
    @PostMapping(headers = "HX-Request=true")
    ResponseEntity<Void> saveInPassing(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            @PathVariable String section,
            @RequestParam Map<String, String> posted) {
        return Answers.done(saveForm.save(who, number, answers(who, number, section, posted)));
    }

    private SectionModel fill(
            Actor who,
            CaseNumber number,
            String section,
            Map<String, String> typed,
            Model model,
            Locale reader) {
        var view = Answers.valueOf(viewApplication.view(who, number));
        var page = sections.of(view, form(who, number), find(view, section), typed, reader);
        model.addAttribute("view", view);
        model.addAttribute("cases", Places.cases(who));
        model.addAttribute("page", page);
        model.addAttribute("sectionTitle", page.section().title().in(reader));
        return page;
    }

    private ErrorSummary wrong(Actor who, CaseNumber number, SectionModel page, Locale reader) {
        return sayings.summary(form(who, number).violations(), page.names(), reader);
    }

    private FormView form(Actor who, CaseNumber number) {
        return Answers.valueOf(readForm.read(who, number));
    }

    /**
     * The answers of this page that may be given now and concern the subscriber: the rest of a request is none of its
     * business.
     */
    private Map<String, String> answers(
            Actor who, CaseNumber number, String section, Map<String, String> posted) {
        var view = Answers.valueOf(viewApplication.view(who, number));
        var form = form(who, number);
        Map<String, String> then = new HashMap<>(form.answers());
        then.putAll(posted);
        var page = find(view, section);
        return page.fields().stream()
                .filter(field -> SectionModel.open(form, page, field))
                .filter(field -> field.obligation().concerns(then))
                .filter(field -> posted.containsKey(field.name()))
                .collect(
                        Collectors.toMap(
                                FormField::name,
                                field -> posted.getOrDefault(field.name(), "").strip()));
    }

    private static FormSection find(ApplicationView view, String section) {
        return Answers.valueOf(
                SectionModel.find(view, section)
                        .<Outcome<FormSection>>map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(WebError.NOT_FOUND)));
    }
}
