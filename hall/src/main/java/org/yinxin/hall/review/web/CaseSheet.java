package org.yinxin.hall.review.web;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.archive.PaperFormat;
import org.yinxin.hall.archive.StoredPaper;
import org.yinxin.hall.review.ReviewView;

/**
 * One case as the page shows it, in the reader's language.
 *
 * @param view the case
 * @param business what is applied for
 * @param sections answers under their headings
 * @param papers the papers
 * @param choices the reasons to choose from
 * @param attention links to what should be looked at first
 * @param rounds how the rounds before ended, and this one if it has, newest first
 */
record CaseSheet(
        ReviewView view,
        String business,
        List<SectionLines> sections,
        List<PaperLine> papers,
        List<Choice> choices,
        List<Attention> attention,
        List<RoundLine> rounds) {

    record SectionLines(String code, String title, List<ItemLine> items) {}

    /**
     * What answers and papers have in common.
     *
     * @param key the item's key
     * @param label what it is called
     * @param changed whether it differs from the round before
     * @param verdict {@code ok}, {@code doubt} or null
     * @param reason the code chosen; empty for none
     * @param words what was added to the reason
     * @param before why it was returned in the round before; null if it was not
     */
    record Judged(
            String key,
            String label,
            boolean changed,
            @Nullable String verdict,
            String reason,
            String words,
            @Nullable String before) {}

    /**
     * One answer.
     *
     * @param judged the judgement about it
     * @param shown the answer
     * @param code whether it is compared character by character
     * @param warnings what the checks found doubtful
     * @param earlier the answer of the round before, if it changed
     * @param former the answer for the certificate that the case is about, if it is another
     */
    record ItemLine(
            Judged judged,
            String shown,
            boolean code,
            List<String> warnings,
            @Nullable String earlier,
            @Nullable String former) {}

    /**
     * One paper.
     *
     * @param judged the judgement about it
     * @param about what is known of it; null when the archive has lost it
     * @param earlierRound the round whose paper it replaced; 0 if it did not
     */
    record PaperLine(Judged judged, @Nullable StoredPaper about, int earlierRound) {

        /** The numbers of the pages that are drawn; none of a picture, which is shown as it is. */
        public List<Integer> pages() {
            return about == null || about.format() != PaperFormat.PDF
                    ? List.of()
                    : IntStream.rangeClosed(1, about.pages()).boxed().toList();
        }
    }

    record Choice(String code, String words) {}

    /**
     * Something to look at.
     *
     * @param key the item
     * @param label what it is called
     * @param why message keys
     */
    record Attention(String key, String label, List<String> why) {}

    /**
     * How a round went.
     *
     * @param number the round
     * @param submittedAt when it was submitted
     * @param decision code of the decision; null while it is open
     * @param officer who decided
     * @param decidedAt when
     * @param enteredBy who entered it; null while nobody did
     * @param note the entry officer's note
     * @param reasons what was said about items
     */
    record RoundLine(
            int number,
            Instant submittedAt,
            @Nullable String decision,
            @Nullable String officer,
            @Nullable Instant decidedAt,
            @Nullable String enteredBy,
            String note,
            List<ReasonLine> reasons) {}

    record ReasonLine(String item, String reason, String words) {}
}
