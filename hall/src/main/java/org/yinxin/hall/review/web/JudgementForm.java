package org.yinxin.hall.review.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.review.Entry;
import org.yinxin.hall.review.ItemReason;
import org.yinxin.hall.review.ReviewRound;
import org.yinxin.hall.review.Verdict;

/**
 * What an officer has set on the page of a case: {@code verdict.KEY}, {@code reason.KEY}, {@code text.KEY} for each
 * item, and a note. The key of the whole case is empty.
 *
 * @param verdicts by key
 * @param reasons codes by key; only chosen ones
 * @param texts by key; only those that say something
 * @param note for the approving officer
 */
record JudgementForm(
        Map<String, Verdict> verdicts,
        Map<String, String> reasons,
        Map<String, String> texts,
        String note) {

    private static final String VERDICT = "verdict.";
    private static final String REASON = "reason.";
    private static final String TEXT = "text.";

    /** As it was sent. */
    static JudgementForm of(Map<String, String> sent) {
        Map<String, Verdict> verdicts = new TreeMap<>();
        Map<String, String> reasons = new TreeMap<>();
        Map<String, String> texts = new TreeMap<>();
        sent.forEach(
                (name, value) -> {
                    if (name.startsWith(VERDICT)) {
                        Verdict verdict = verdict(value);
                        if (verdict != null) {
                            verdicts.put(name.substring(VERDICT.length()), verdict);
                        }
                    } else if (name.startsWith(REASON) && !value.isBlank()) {
                        reasons.put(name.substring(REASON.length()), value);
                    } else if (name.startsWith(TEXT) && !value.isBlank()) {
                        texts.put(name.substring(TEXT.length()), value.strip());
                    }
                });
        return new JudgementForm(verdicts, reasons, texts, sent.getOrDefault("note", ""));
    }

    /** As the page is first shown: whatever raised no warning agrees, until somebody says otherwise. */
    static JudgementForm of(ReviewRound round) {
        Entry entry = round.entry();
        if (entry != null) {
            return new JudgementForm(entry.verdicts(), Map.of(), Map.of(), entry.note());
        }
        Map<String, Verdict> verdicts = new TreeMap<>();
        round.dossier().papers().forEach(paper -> verdicts.put(paper.key(), Verdict.OK));
        round.dossier().sections().stream()
                .flatMap(section -> section.items().stream())
                .filter(item -> item.warnings().isEmpty())
                .forEach(item -> verdicts.put(item.key(), Verdict.OK));
        return new JudgementForm(verdicts, Map.of(), Map.of(), "");
    }

    /** As it was sent, beside the verdicts that stand already: who decides does not send them again. */
    JudgementForm over(ReviewRound round) {
        return round.entry() == null
                ? this
                : new JudgementForm(of(round).verdicts(), reasons, texts, of(round).note());
    }

    /** The reasons; a text without a reason stays in, so that it is noticed and not lost. */
    List<ItemReason> itemReasons() {
        List<ItemReason> all = new ArrayList<>();
        reasons.forEach(
                (key, code) -> all.add(new ItemReason(key, code, texts.getOrDefault(key, ""))));
        texts.forEach(
                (key, words) -> {
                    if (!reasons.containsKey(key)) {
                        all.add(new ItemReason(key, "", words));
                    }
                });
        return all;
    }

    static @Nullable Verdict verdict(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "ok" -> Verdict.OK;
            case "doubt" -> Verdict.DOUBT;
            default -> null;
        };
    }
}
