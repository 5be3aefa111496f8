package org.yinxin.hall.review.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.archive.PaperAnswer;
import org.yinxin.hall.calendar.ReadCalendar;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.review.Claim;
import org.yinxin.hall.review.DecideReview;
import org.yinxin.hall.review.Decision;
import org.yinxin.hall.review.EnterReview;
import org.yinxin.hall.review.ListReviews;
import org.yinxin.hall.review.QueueFilter;
import org.yinxin.hall.review.ReadReview;
import org.yinxin.hall.review.ReviewCase;
import org.yinxin.hall.review.ReviewError;
import org.yinxin.hall.review.ReviewQueue.Tab;
import org.yinxin.hall.review.ReviewView;
import org.yinxin.hall.review.Surcharge;
import org.yinxin.hall.web.Answers;
import org.yinxin.hall.web.PageErrors;

/** 审核: the queue, and one case after the other. When one is done, the next is opened at once. */
@Controller
@RequestMapping("/staff/reviews")
class ReviewPages {

    private static final String CASE = "review/web/case";

    private final ListReviews listReviews;
    private final ReadReview readReview;
    private final EnterReview enterReview;
    private final DecideReview decideReview;
    private final CaseSheets sheets;
    private final QueuePage queuePage;
    private final PageErrors pageErrors;
    private final ReadCalendar calendar;
    private final Clock clock;

    ReviewPages(
            ListReviews listReviews,
            ReadReview readReview,
            EnterReview enterReview,
            DecideReview decideReview,
            CaseSheets sheets,
            QueuePage queuePage,
            PageErrors pageErrors,
            ReadCalendar calendar,
            Clock clock) {
        this.listReviews = listReviews;
        this.readReview = readReview;
        this.enterReview = enterReview;
        this.decideReview = decideReview;
        this.sheets = sheets;
        this.queuePage = queuePage;
        this.pageErrors = pageErrors;
        this.calendar = calendar;
        this.clock = clock;
    }

    @GetMapping
    String queue(
            @AuthenticationPrincipal Actor.Operator who,
            QueueAddress address,
            @RequestParam(required = false) @Nullable String done,
            Model model,
            Locale reader) {
        tellDone(done, who, model);
        return queuePage.fill(who, address, model, reader);
    }

    @GetMapping("/{number}")
    String show(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String done,
            Model model,
            Locale reader) {
        ReviewView view = Answers.valueOf(readReview.read(who, number(number)));
        tellDone(done, who, model);
        return fill(view, JudgementForm.of(view.current()), who, model, reader);
    }

    @GetMapping("/{number}/papers/{paper}")
    ResponseEntity<byte[]> paper(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable String number,
            @PathVariable String paper,
            @RequestParam(defaultValue = "0") int round) {
        return PaperAnswer.of(
                Answers.valueOf(readReview.readPaper(who, number(number), paper, round)));
    }

    @PostMapping("/{number}/entry")
    String enter(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Integer round,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Locale reader) {
        JudgementForm form = JudgementForm.of(sent);
        CaseNumber subject = number(number);
        return switch (enterReview.enter(who, subject, round, form.verdicts(), form.note())) {
            case Outcome.Done<ReviewCase>(ReviewCase entered) ->
                    next(entered, Tab.WAITING, who, redirect);
            case Outcome.Refused<ReviewCase>(Refusal refusal) ->
                    again(who, subject, form, refusal, model, response, reader);
        };
    }

    @PostMapping("/{number}/decision")
    String decide(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(required = false) @Nullable Integer round,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Locale reader) {
        JudgementForm form = JudgementForm.of(sent);
        CaseNumber subject = number(number);
        Outcome<ReviewCase> outcome =
                decision(decision, form, sent)
                        .flatMap(each -> decideReview.decide(who, subject, round, each));
        return switch (outcome) {
            case Outcome.Done<ReviewCase>(ReviewCase decided) ->
                    next(decided, Tab.ENTERED, who, redirect);
            case Outcome.Refused<ReviewCase>(Refusal refusal) ->
                    again(who, subject, form, refusal, model, response, reader);
        };
    }

    /** Only a page that asks for an amount sends one, and only an approval needs it. */
    private static Outcome<Decision> decision(
            String word, JudgementForm form, Map<String, String> sent) {
        String amount = sent.get("surcharge");
        return amount == null || !word.equals("approve")
                ? Decision.of(word, form.itemReasons())
                : Surcharge.of(
                                sent.getOrDefault("elapsedMonths", ""),
                                sent.getOrDefault("elapsedDays", ""),
                                amount)
                        .flatMap(surcharge -> Decision.of(word, form.itemReasons(), surcharge));
    }

    /** The same page with what was set; what another person did meanwhile is shown as it is now. */
    private String again(
            Actor.Operator who,
            CaseNumber subject,
            JudgementForm form,
            Refusal refusal,
            Model model,
            HttpServletResponse response,
            Locale reader) {
        ReviewView view = Answers.valueOf(readReview.read(who, subject));
        boolean mine =
                view.task() == ReviewView.Task.ENTER || view.task() == ReviewView.Task.DECIDE;
        JudgementForm shown = mine ? form.over(view.current()) : JudgementForm.of(view.current());
        fill(view, shown, who, model, reader);
        return pageErrors.show(refusal, model, response, CASE);
    }

    private String fill(
            ReviewView view, JudgementForm form, Actor.Operator who, Model model, Locale reader) {
        Instant now = clock.instant();
        Claim claim = view.about().claimAt(now);
        boolean mine = claim != null && claim.by().is(who);
        model.addAttribute("claim", claim);
        model.addAttribute("claimed", mine);
        model.addAttribute("taken", claim != null && !mine);
        model.addAttribute("supervises", who.has(Role.APPROVING_OFFICER));
        model.addAttribute("clock", ClockLine.of(view.about(), calendar.workingTime(), now));
        model.addAttribute("sheet", sheets.of(view, form, reader));
        model.addAttribute("number", view.about().number().text());
        model.addAttribute("task", view.task().name());
        model.addAttribute("note", form.note());
        model.addAttribute("wholeReason", form.reasons().getOrDefault("", ""));
        model.addAttribute("wholeWords", form.texts().getOrDefault("", ""));
        return CASE;
    }

    /** Opens the case that is due first, or the queue when there is none. */
    private String next(ReviewCase done, Tab tab, Actor.Operator who, RedirectAttributes redirect) {
        redirect.addAttribute("done", done.number().text());
        Optional<CaseNumber> next =
                Answers.valueOf(listReviews.list(who, QueueFilter.of(tab), null)).cases().stream()
                        .filter(each -> each.state().officer() == null || !isOwn(each, who))
                        .filter(each -> !isTaken(each, who))
                        .map(ReviewCase::number)
                        .findFirst();
        if (next.isPresent()) {
            redirect.addAttribute("number", next.get().text());
            return "redirect:/staff/reviews/{number}";
        }
        redirect.addAttribute("state", tab.name().toLowerCase(Locale.ROOT));
        return "redirect:/staff/reviews";
    }

    private boolean isTaken(ReviewCase each, Actor.Operator who) {
        Claim claim = each.claimAt(clock.instant());
        return claim != null && !claim.by().is(who);
    }

    private static boolean isOwn(ReviewCase each, Actor.Operator who) {
        var officer = each.state().officer();
        return officer != null && officer.is(who);
    }

    /** The address only names the case; what became of it is read from the queue's own table. */
    private void tellDone(@Nullable String done, Actor.Operator who, Model model) {
        if (done != null) {
            CaseNumber.parse(done)
                    .flatMap(number -> listReviews.find(who, number))
                    .ifPresent(each -> model.addAttribute("done", each));
        }
    }

    static CaseNumber number(String text) {
        return CaseNumber.parse(text)
                .orElseGet(() -> Answers.valueOf(Outcome.refused(ReviewError.NO_SUCH_CASE)));
    }
}
