package org.yinxin.hall.delegation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.archive.PaperId;
import org.yinxin.hall.catalogue.HandoverWay;
import org.yinxin.hall.code.IdentityDocument;
import org.yinxin.hall.code.UnifiedSocialCreditCode;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Somebody wants to act for a unit in the place of whoever does so far.
 *
 * @param number its own, drawn like a case's
 * @param unit for which
 * @param account whose wish
 * @param name that person's
 * @param document that person's
 * @param until the last day of the authorisation that is asked for
 * @param ways how it can be proved, as the unit's plans said when it was asked for
 * @param state how it stands
 * @param openedAt when it was asked for
 * @param askedAt when the legal representative was first asked; null when not
 * @param letter the letter, once it was handed in
 * @param letterAt when that was
 * @param decidedAt when it came to its end
 * @param words why it was refused
 */
public record Handover(
        CaseNumber number,
        UnifiedSocialCreditCode unit,
        AccountId account,
        String name,
        IdentityDocument document,
        LocalDate until,
        Set<HandoverWay> ways,
        State state,
        Instant openedAt,
        @Nullable Instant askedAt,
        @Nullable PaperId letter,
        @Nullable Instant letterAt,
        @Nullable Instant decidedAt,
        @Nullable String words) {

    /** How a hand-over stands. */
    public enum State {
        /** It waits for its proof. */
        OPEN,
        /** A letter waits for an officer. */
        WAITING,
        DONE,
        REFUSED,
        /** Asked for anew. */
        WITHDRAWN
    }

    /** Without personal data: it may end up in a log. */
    @Override
    public String toString() {
        return "Handover[" + number + "]";
    }
}
