package org.yinxin.hall.review.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.archive.PaperAnswer;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.outcome.Violation;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.reference.Place;
import org.yinxin.hall.review.DecideReview;
import org.yinxin.hall.review.Decision;
import org.yinxin.hall.review.EnterReview;
import org.yinxin.hall.review.ItemReason;
import org.yinxin.hall.review.ListReviews;
import org.yinxin.hall.review.QueueFilter;
import org.yinxin.hall.review.ReadReview;
import org.yinxin.hall.review.ReviewCase;
import org.yinxin.hall.review.ReviewError;
import org.yinxin.hall.review.ReviewQueue;
import org.yinxin.hall.review.ReviewQueue.Tab;
import org.yinxin.hall.review.Surcharge;
import org.yinxin.hall.review.Verdict;
import org.yinxin.hall.web.Answers;

/** The desk of the reviewers for programs. */
@RestController
@RequestMapping("/api/v1/staff/reviews")
class ReviewApi {

    private final ListReviews listReviews;
    private final ReadReview readReview;
    private final EnterReview enterReview;
    private final DecideReview decideReview;
    private final CaseAnswers answers;

    ReviewApi(
            ListReviews listReviews,
            ReadReview readReview,
            EnterReview enterReview,
            DecideReview decideReview,
            CaseAnswers answers) {
        this.listReviews = listReviews;
        this.readReview = readReview;
        this.enterReview = enterReview;
        this.decideReview = decideReview;
        this.answers = answers;
    }

    /**
     * What the entry officer found.
     *
     * @param verdicts {@code ok} or {@code doubt} by item; an item left out agrees unless it has a warning
     * @param note for the approving officer
     * @param round the round that was looked at; left out for the current one
     */
    record EntryRequest(
            @Nullable Map<String, String> verdicts,
            @Nullable String note,
            @Nullable Integer round) {}

    /**
     * What the approving officer decides.
     *
     * @param decision {@code approve}, {@code return} or {@code refuse}
     * @param reasons for a return or a refusal
     * @param surcharge for an approval of a case that asks for one
     * @param round the round that was looked at; left out for the current one
     */
    record DecisionRequest(
            @Nullable String decision,
            @Nullable List<ReasonRequest> reasons,
            @Nullable SurchargeRequest surcharge,
            @Nullable Integer round) {}

    /**
     * What is set at an approval where the case asks for it.
     *
     * @param amount in yuan; 0 is an amount
     * @param months whole months since the end of the old certificate; left out for none
     * @param days days beyond those months; left out for none
     */
    record SurchargeRequest(
            @Nullable String amount, @Nullable Integer months, @Nullable Integer days) {

        Outcome<Surcharge> surcharge() {
            return Surcharge.of(text(months), text(days), orEmpty(amount));
        }

        private static String text(@Nullable Integer number) {
            return number == null ? "" : number.toString();
        }
    }

    /**
     * One reason.
     *
     * @param item the key of an answer or paper; left out for the whole, in a refusal
     * @param reason a code of the case's catalogue
     * @param text own words
     */
    record ReasonRequest(@Nullable String item, @Nullable String reason, @Nullable String text) {

        ItemReason itemReason() {
            return new ItemReason(orEmpty(item), orEmpty(reason), orEmpty(text).strip());
        }
    }

    /** The next page, if there is one, is named in the header {@code Link}. */
    @GetMapping
    ResponseEntity<List<CaseAnswer.Summary>> list(
            @AuthenticationPrincipal Actor who, QueueAddress address) {
        QueueFilter filter = address.filter(Tab.WAITING);
        ReviewQueue queue = Answers.valueOf(listReviews.list(who, filter, address.place()));
        Place next = queue.next();
        return Answers.page(
                queue.cases().stream().map(CaseAnswer.Summary::of).toList(),
                next == null ? null : "/api/v1/staff/reviews" + QueueAddress.query(filter, next));
    }

    @GetMapping("/{number}")
    ResponseEntity<CaseAnswer> read(
            @AuthenticationPrincipal Actor who, @PathVariable String number, Locale reader) {
        return ResponseEntity.ok(answer(who, ReviewPages.number(number), reader));
    }

    @GetMapping("/{number}/papers/{paper}")
    ResponseEntity<byte[]> paper(
            @AuthenticationPrincipal Actor who,
            @PathVariable String number,
            @PathVariable String paper,
            @RequestParam(defaultValue = "0") int round) {
        return PaperAnswer.of(
                Answers.valueOf(
                        readReview.readPaper(who, ReviewPages.number(number), paper, round)));
    }

    @PostMapping("/{number}/entry")
    ResponseEntity<CaseAnswer.Summary> enter(
            @AuthenticationPrincipal Actor who,
            @PathVariable String number,
            @RequestBody EntryRequest request) {
        CaseNumber subject = ReviewPages.number(number);
        Map<String, String> sent = request.verdicts() == null ? Map.of() : request.verdicts();
        Outcome<ReviewCase> outcome =
                verdicts(sent)
                        .flatMap(
                                verdicts ->
                                        enterReview.enter(
                                                who,
                                                subject,
                                                request.round(),
                                                verdicts,
                                                orEmpty(request.note())));
        return Answers.of(outcome.map(CaseAnswer.Summary::of));
    }

    @PostMapping("/{number}/decision")
    ResponseEntity<CaseAnswer.Summary> decide(
            @AuthenticationPrincipal Actor who,
            @PathVariable String number,
            @RequestBody DecisionRequest request) {
        CaseNumber subject = ReviewPages.number(number);
        List<ReasonRequest> sent = request.reasons() == null ? List.of() : request.reasons();
        List<ItemReason> reasons = sent.stream().map(ReasonRequest::itemReason).toList();
        Outcome<ReviewCase> outcome =
                decision(request, reasons)
                        .flatMap(
                                decision ->
                                        decideReview.decide(
                                                who, subject, request.round(), decision));
        return Answers.of(outcome.map(CaseAnswer.Summary::of));
    }

    private static Outcome<Decision> decision(DecisionRequest request, List<ItemReason> reasons) {
        String word = orEmpty(request.decision());
        return request.surcharge() == null
                ? Decision.of(word, reasons)
                : request.surcharge()
                        .surcharge()
                        .flatMap(surcharge -> Decision.of(word, reasons, surcharge));
    }

    private CaseAnswer answer(Actor who, CaseNumber number, Locale reader) {
        return answers.of(Answers.valueOf(readReview.read(who, number)), reader);
    }

    private static Outcome<Map<String, Verdict>> verdicts(Map<String, String> sent) {
        Map<String, Verdict> verdicts = new HashMap<>();
        for (var each : sent.entrySet()) {
            Verdict verdict = JudgementForm.verdict(orEmpty(each.getValue()));
            if (verdict == null) {
                return Outcome.refused(
                        new Refusal(
                                ReviewError.VERDICTS_INCOMPLETE,
                                List.of(
                                        new Violation(
                                                "verdict." + each.getKey(),
                                                "review.violation.not-a-verdict"))));
            }
            verdicts.put(each.getKey(), verdict);
        }
        return Outcome.done(verdicts);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
