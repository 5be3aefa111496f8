package org.yinxin.hall.application;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.CertificateRule;
import org.yinxin.hall.outcome.Refusal;

/**
 * The guard of unopened bids: a bid that was encrypted to a certificate is opened with that certificate's key, so whoever
 * changes keys before the opening is asked, warned, and taken at their word.
 */
@Component
class BidWarnings {

    private final JdbcClient jdbc;
    private final GateKeeper gateKeeper;
    private final AuditTrail audit;

    BidWarnings(JdbcClient jdbc, GateKeeper gateKeeper, AuditTrail audit) {
        this.jdbc = jdbc;
        this.gateKeeper = gateKeeper;
        this.audit = audit;
    }

    /** Why a case must not be opened for what was, or was not, said about bids. */
    static Optional<Refusal> refusal(@Nullable CertificateRule rule, Chosen chosen) {
        if (rule == null || !rule.openBids()) {
            return Optional.empty();
        }
        Boolean unopened = chosen.bidsUnopened();
        if (unopened == null) {
            return Optional.of(new Refusal(ApplicationError.BIDS_NOT_ANSWERED));
        }
        return unopened && !chosen.warningAccepted()
                ? Optional.of(new Refusal(ApplicationError.BIDS_UNOPENED))
                : Optional.empty();
    }

    /** Keeps what was said, as evidence. */
    void record(Actor actor, Application application, Chosen chosen) {
        boolean unopened = Boolean.TRUE.equals(chosen.bidsUnopened());
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("number", application.number().text());
        values.put("unopened", unopened);
        values.put("accepted", unopened ? GateColumns.utc(gateKeeper.now()) : null);
        jdbc.sql(
                        """
                        UPDATE application
                           SET bids_unopened = :unopened, bids_accepted_at = :accepted
                         WHERE number = :number
                        """)
                .params(values)
                .update();
        audit.record(
                actor,
                unopened ? "application.bid-warning-accepted" : "application.no-unopened-bids",
                application.subject());
    }
}
