package org.yinxin.hall.application.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.ApplicationView;
import org.yinxin.hall.application.AttachPaper;
import org.yinxin.hall.application.ReadAttachedPaper;
import org.yinxin.hall.application.RemovePaper;
import org.yinxin.hall.application.ViewApplication;
import org.yinxin.hall.archive.PaperAnswer;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.web.Answers;
import org.yinxin.hall.web.ErrorSummary;
import org.yinxin.hall.web.FieldMessage;

/** The papers: handed in all at once or one by one, seen, replaced, taken back. A good file is kept beside a bad one. */
@Controller
@RequestMapping({"/applications/{number}/papers", "/staff/counter/{number}/papers"})
class PapersPage {

    private static final String PAGE = "application/web/papers";
    private static final int REFUSED = 422;

    private final ViewApplication viewApplication;
    private final AttachPaper attachPaper;
    private final RemovePaper removePaper;
    private final ReadAttachedPaper readAttachedPaper;
    private final Sayings sayings;

    PapersPage(
            ViewApplication viewApplication,
            AttachPaper attachPaper,
            RemovePaper removePaper,
            ReadAttachedPaper readAttachedPaper,
            Sayings sayings) {
        this.viewApplication = viewApplication;
        this.attachPaper = attachPaper;
        this.removePaper = removePaper;
        this.readAttachedPaper = readAttachedPaper;
        this.sayings = sayings;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            Model model,
            Locale reader) {
        fill(who, number, model, reader);
        return PAGE;
    }

    /** Takes each file whose part is named like a paper; stays on the page as long as something is missing or wrong. */
    @PostMapping
    String attach(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            MultipartHttpServletRequest request,
            Model model,
            HttpServletResponse response,
            Locale reader)
            throws IOException {
        List<FieldMessage> faults = take(who, number, request, reader);
        var view = fill(who, number, model, reader);
        if (faults.isEmpty()) {
            faults.addAll(missing(view, reader));
            if (faults.isEmpty()) {
                return "redirect:" + Places.at(who, Places.application(number));
            }
        }
        model.addAttribute("errors", new ErrorSummary(null, faults));
        response.setStatus(REFUSED);
        return PAGE;
    }

    /** One file at once when it is chosen; the page answers with itself, of which the browser takes that one paper. */
    @PostMapping(headers = "HX-Request=true")
    String attachInPassing(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            MultipartHttpServletRequest request,
            Model model,
            Locale reader)
            throws IOException {
        List<FieldMessage> faults = take(who, number, request, reader);
        fill(who, number, model, reader);
        model.addAttribute("errors", new ErrorSummary(null, faults));
        return PAGE;
    }

    private List<FieldMessage> take(
            Actor who, CaseNumber number, MultipartHttpServletRequest request, Locale reader)
            throws IOException {
        List<FieldMessage> faults = new ArrayList<>();
        for (var part : request.getFileMap().entrySet()) {
            MultipartFile file = part.getValue();
            if (!file.isEmpty()
                    && attachPaper.attach(who, number, part.getKey(), file.getBytes())
                            instanceof Outcome.Refused<ApplicationView>(var refusal)) {
                faults.add(new FieldMessage(part.getKey(), why(refusal, reader)));
            }
        }
        return faults;
    }

    @PostMapping("/{paper}/remove")
    String remove(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            @PathVariable String paper) {
        Answers.valueOf(removePaper.remove(who, number, paper));
        return "redirect:" + Places.at(who, Places.papers(number)) + "#" + paper;
    }

    @GetMapping("/{paper}")
    ResponseEntity<byte[]> picture(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            @PathVariable String paper) {
        return PaperAnswer.of(Answers.valueOf(readAttachedPaper.read(who, number, paper)));
    }

    private ApplicationView fill(Actor who, CaseNumber number, Model model, Locale reader) {
        var view = Answers.valueOf(viewApplication.view(who, number));
        model.addAttribute("view", view);
        model.addAttribute("cases", Places.cases(who));
        var slots = PaperSlot.of(view, reader);
        model.addAttribute("slots", slots);
        model.addAttribute(
                "labels",
                slots.stream().collect(Collectors.toMap(PaperSlot::code, PaperSlot::title)));
        return view;
    }

    private List<FieldMessage> missing(ApplicationView view, Locale reader) {
        return view.papers().stream()
                .filter(paper -> paper.required() && paper.changeable())
                .filter(paper -> paper.state() != ApplicationView.PaperState.GIVEN)
                .map(
                        paper ->
                                new FieldMessage(
                                        paper.code(),
                                        sayings.say("application.web.papers.missing", reader)))
                .toList();
    }

    /** What was found in the file, where that was said, and what to hand in instead. */
    private String why(Refusal refusal, Locale reader) {
        String sentence =
                sayings.say(refusal.code().messageKey(), reader, refusal.arguments().toArray());
        return refusal.violations().stream()
                .findFirst()
                .map(
                        found ->
                                sayings.say(
                                        "application.web.papers.why",
                                        reader,
                                        sayings.say(found, reader),
                                        sentence))
                .orElse(sentence);
    }
}
