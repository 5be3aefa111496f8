package org.yinxin.hall.application;

import java.time.LocalDate;
import java.util.List;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.hall.review.CountReviews;

/**
 * How the hall stands.
 *
 * @param openByGate cases by the gate they stand at, the fullest first
 * @param reviews late and soon late ones, and why cases were refused since {@code refusedSince}
 * @param refusedSince the first day of the refusals
 * @param issued pairs by day, the last of them today
 */
public record Dashboard(
        List<GateCount> openByGate,
        CountReviews.Counts reviews,
        LocalDate refusedSince,
        List<DayCount> issued) {

    public Dashboard {
        openByGate = List.copyOf(openByGate);
        issued = List.copyOf(issued);
    }

    /** Cases at a gate, in the words of a plan that has it. */
    public record GateCount(GateCode gate, Words title, long cases) {}

    /** Pairs of certificates of one day. */
    public record DayCount(LocalDate day, long pairs) {}
}
