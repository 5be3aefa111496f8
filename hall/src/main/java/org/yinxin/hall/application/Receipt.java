package org.yinxin.hall.application;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.hall.reference.CaseNumber;

/**
 * The receipt of a case that was submitted at the counter (受理回执).
 *
 * @param number the case, by which it is asked for
 * @param project the plan's title
 * @param business what was applied for
 * @param holder the organisation or person it is for, masked where it is a person; null when the case names none
 * @param visitor the agent's name, masked
 * @param mobile masked; with this number the agent signs in to look it up
 * @param papers what was handed in
 * @param agreement whether an agreement was signed
 * @param fee what it costs, as far as it is known now
 * @param paid whether that was paid
 * @param workingDays within how many working days it is decided; null where the plan promises nothing
 * @param submittedAt when it was submitted last
 * @param officer who received the visitor
 * @param status the status in the plan's words
 */
public record Receipt(
        CaseNumber number,
        Words project,
        Words business,
        @Nullable String holder,
        String visitor,
        String mobile,
        List<Line> papers,
        boolean agreement,
        Money fee,
        boolean paid,
        @Nullable Integer workingDays,
        Instant submittedAt,
        String officer,
        Words status) {

    public Receipt {
        papers = List.copyOf(papers);
    }

    /**
     * One paper.
     *
     * @param title what it is called
     * @param scanned whether a scan of it was filed
     * @param kept whether the original was handed over; else it was compared and given back
     */
    public record Line(Words title, boolean scanned, boolean kept) {}
}
