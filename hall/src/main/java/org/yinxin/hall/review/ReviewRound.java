package org.yinxin.hall.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.catalogue.Reason;

/**
 * One submission and what became of it.
 *
 * @param number from 1
 * @param submittedAt when it was submitted
 * @param dossier what was submitted
 * @param changed keys of the items that differ from the round before; empty in the first
 * @param reasons what can be chosen from in this round
 * @param entry what the entry officer found; null until then
 * @param ruling how it ended; null until then
 */
public record ReviewRound(
        int number,
        Instant submittedAt,
        Dossier dossier,
        Set<String> changed,
        List<Reason> reasons,
        @Nullable Entry entry,
        @Nullable Ruling ruling) {

    public ReviewRound {
        changed = Set.copyOf(changed);
        reasons = List.copyOf(reasons);
    }

    public Optional<Reason> reason(String code) {
        return reasons.stream().filter(reason -> reason.code().equals(code)).findFirst();
    }
}
