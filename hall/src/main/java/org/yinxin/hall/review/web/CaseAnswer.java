package org.yinxin.hall.review.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.calendar.Promise;
import org.yinxin.hall.catalogue.Reason;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.hall.review.Claim;
import org.yinxin.hall.review.Dossier;
import org.yinxin.hall.review.Officer;
import org.yinxin.hall.review.ReviewCase;
import org.yinxin.hall.review.ReviewView;

/**
 * One case as the API tells it, with personal data in clear.
 *
 * @param about the case
 * @param task what the reader can do now
 * @param sections answers
 * @param papers papers
 * @param reasons the codes to choose from
 * @param surcharge what an amount has to be set for at the approval; null for nothing
 * @param rounds all rounds, newest first
 */
record CaseAnswer(
        Summary about,
        ReviewView.Task task,
        List<Section> sections,
        List<Paper> papers,
        List<Reason> reasons,
        @Nullable Words surcharge,
        List<Round> rounds) {

    /**
     * One case in the list.
     *
     * @param number the case
     * @param subscriber the organisation
     * @param business what is applied for
     * @param state WAITING, ENTERED, APPROVED, RETURNED or REFUSED
     * @param since since when
     * @param officer who brought it there; null while it waits
     * @param round how often it was submitted
     * @param warnings how many items the checks found doubtful
     * @param openedAt when it was submitted first
     * @param submittedAt when it was submitted last
     * @param plan under which plan
     * @param dueAt by when it was promised; null where nothing was
     * @param warnAt from when on less than a quarter of the time is left
     * @param claimedBy who claimed it last; null for nobody
     * @param claimedUntil until when that holds
     */
    record Summary(
            String number,
            String subscriber,
            Words business,
            String state,
            Instant since,
            @Nullable String officer,
            int round,
            int warnings,
            Instant openedAt,
            Instant submittedAt,
            String plan,
            @Nullable Instant dueAt,
            @Nullable Instant warnAt,
            @Nullable String claimedBy,
            @Nullable Instant claimedUntil) {

        static Summary of(ReviewCase each) {
            Officer officer = each.state().officer();
            Promise promise = each.promise();
            Claim claim = each.claim();
            return new Summary(
                    each.number().text(),
                    each.subscriber(),
                    each.business(),
                    each.state().code(),
                    each.state().since(),
                    officer == null ? null : officer.name(),
                    each.round(),
                    each.warnings(),
                    each.openedAt(),
                    each.submittedAt(),
                    each.plan().text(),
                    promise == null ? null : promise.dueAt(),
                    promise == null ? null : promise.warnAt(),
                    claim == null ? null : claim.by().name(),
                    claim == null ? null : claim.until());
        }
    }

    record Section(String code, Words title, List<Item> items) {}

    record Item(
            String key,
            Words label,
            String value,
            @Nullable Words words,
            boolean personal,
            List<String> warnings,
            Dossier.@Nullable Former former,
            boolean changed,
            @Nullable String verdict) {}

    record Paper(
            String key,
            Words label,
            String href,
            @Nullable String mediaType,
            @Nullable Long bytes,
            boolean changed,
            @Nullable String verdict) {}

    record Round(
            int number,
            Instant submittedAt,
            @Nullable String enteredBy,
            @Nullable Instant enteredAt,
            @Nullable String note,
            @Nullable String decision,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            List<Given> reasons) {}

    record Given(String item, String reason, String text) {}
}
