package org.yinxin.hall.review.web;

import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.review.AddNote;
import org.yinxin.hall.review.ClaimNextReview;
import org.yinxin.hall.review.ClaimReview;
import org.yinxin.hall.review.ListReviews;
import org.yinxin.hall.review.ReleaseReview;
import org.yinxin.hall.review.ReviewCase;
import org.yinxin.hall.review.ReviewError;
import org.yinxin.hall.review.ReviewQueue.Tab;
import org.yinxin.hall.review.TakeOverReview;
import org.yinxin.hall.web.Answers;

/** Who works on which case, and what colleagues tell each other about it. */
@Controller
@RequestMapping("/staff/reviews")
class WorklistPages {

    private static final String CASE = "redirect:/staff/reviews/{number}";

    private final ListReviews listReviews;
    private final ClaimReview claimReview;
    private final ClaimNextReview claimNextReview;
    private final TakeOverReview takeOverReview;
    private final ReleaseReview releaseReview;
    private final AddNote addNote;

    WorklistPages(
            ListReviews listReviews,
            ClaimReview claimReview,
            ClaimNextReview claimNextReview,
            TakeOverReview takeOverReview,
            ReleaseReview releaseReview,
            AddNote addNote) {
        this.listReviews = listReviews;
        this.claimReview = claimReview;
        this.claimNextReview = claimNextReview;
        this.takeOverReview = takeOverReview;
        this.releaseReview = releaseReview;
        this.addNote = addNote;
    }

    /** An empty queue is nothing to be told off for: the queue itself says so. */
    @PostMapping("/next")
    String claimNext(
            @AuthenticationPrincipal Actor.Operator who,
            @RequestParam(defaultValue = "waiting") String state,
            RedirectAttributes redirect) {
        Tab tab = Tab.named(state).orElse(Tab.WAITING);
        return switch (claimNextReview.claim(who, tab)) {
            case Outcome.Done<ReviewCase>(ReviewCase claimed) -> open(claimed.number(), redirect);
            case Outcome.Refused<ReviewCase>(Refusal refusal) -> {
                if (refusal.code() != ReviewError.NOTHING_TO_CLAIM) {
                    Answers.valueOf(Outcome.<ReviewCase>refused(refusal));
                }
                redirect.addAttribute("state", tab.name().toLowerCase(Locale.ROOT));
                yield "redirect:/staff/reviews";
            }
        };
    }

    @PostMapping("/{number}/claim")
    String claim(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable String number,
            RedirectAttributes redirect) {
        CaseNumber subject = ReviewPages.number(number);
        Answers.valueOf(claimReview.claim(who, subject));
        return open(subject, redirect);
    }

    @PostMapping("/{number}/take-over")
    String takeOver(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable String number,
            RedirectAttributes redirect) {
        CaseNumber subject = ReviewPages.number(number);
        Answers.valueOf(takeOverReview.takeOver(who, subject));
        return open(subject, redirect);
    }

    @PostMapping("/{number}/release")
    String release(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable String number,
            RedirectAttributes redirect) {
        CaseNumber subject = ReviewPages.number(number);
        Answers.valueOf(releaseReview.release(who, subject));
        return open(subject, redirect);
    }

    @PostMapping("/{number}/notes")
    String note(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String text,
            RedirectAttributes redirect) {
        CaseNumber subject = ReviewPages.number(number);
        Answers.valueOf(addNote.add(who, subject, text));
        redirect.addAttribute("number", subject.text());
        return CASE + "#notes";
    }

    /** The case behind this one, or the queue where there is none. */
    @GetMapping("/{number}/next")
    String next(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable String number,
            RedirectAttributes redirect) {
        CaseNumber subject = ReviewPages.number(number);
        ReviewCase here =
                listReviews
                        .find(who, subject)
                        .orElseGet(
                                () -> Answers.valueOf(Outcome.refused(ReviewError.NO_SUCH_CASE)));
        return listReviews
                .behind(who, here)
                .map(next -> open(next, redirect))
                .orElse("redirect:/staff/reviews");
    }

    private static String open(CaseNumber number, RedirectAttributes redirect) {
        redirect.addAttribute("number", number.text());
        return CASE;
    }
}
