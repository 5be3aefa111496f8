package org.yinxin.hall.revocation.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.RevocationReason;
import org.yinxin.hall.catalogue.Deed;
import org.yinxin.hall.revocation.Ending;
import org.yinxin.hall.revocation.EndingState;

/**
 * A change of a certificate's status as pages and API tell it.
 *
 * @param by who asked: {@code SUBSCRIBER}, {@code STAFF} or {@code HALL}
 * @param state {@code ASKED}, {@code DONE} or {@code REFUSED}
 * @param since what everybody is told since it is done
 */
public record ChangeAnswer(
        Deed deed,
        @Nullable RevocationReason reason,
        @Nullable String caseNumber,
        String by,
        Instant askedAt,
        String state,
        @Nullable Instant since) {

    static ChangeAnswer of(Ending ending) {
        return new ChangeAnswer(
                ending.deed(),
                ending.deed() == Deed.REVOKE ? ending.reason() : null,
                ending.caseNumber() == null ? null : ending.caseNumber().text(),
                by(ending.askedBy()),
                ending.askedAt(),
                switch (ending.state()) {
                    case EndingState.Intended() -> "ASKED";
                    case EndingState.Done _ -> "DONE";
                    case EndingState.Refused _ -> "REFUSED";
                },
                ending.state() instanceof EndingState.Done(Instant since) ? since : null);
    }

    private static String by(String reference) {
        return reference.startsWith("account:")
                ? "SUBSCRIBER"
                : reference.startsWith("operator:") ? "STAFF" : "HALL";
    }
}
