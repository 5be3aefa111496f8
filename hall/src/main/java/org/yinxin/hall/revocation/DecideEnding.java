package org.yinxin.hall.revocation;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.certificate.LedgerEntry;
import org.yinxin.hall.outcome.Outcome;

/**
 * An approving officer decides what another officer has entered; an approval asks for the ending in the same transaction.
 *
 * <p>Refusals: {@link RevocationError#NOT_AN_APPROVING_OFFICER}, {@link RevocationError#NO_SUCH_CERTIFICATE}, {@link
 * RevocationError#NOTHING_TO_DECIDE} also for what the page showed and somebody else has decided, {@link
 * RevocationError#ENTERED_BY_YOURSELF}, and those of {@link EndCertificate}.
 */
@Component
public class DecideEnding {

    private final OwnPair pairs;
    private final EndingRequests requests;
    private final EndCertificate end;
    private final AuditTrail audit;
    private final Clock clock;

    DecideEnding(
            OwnPair pairs,
            EndingRequests requests,
            EndCertificate end,
            AuditTrail audit,
            Clock clock) {
        this.pairs = pairs;
        this.requests = requests;
        this.end = end;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Decides it.
     *
     * @param id of the request that the page showed
     */
    @Transactional
    public Outcome<EndingRequest> decide(
            Actor.Operator actor, String serial, UUID id, boolean approve) {
        if (!actor.has(Role.APPROVING_OFFICER)) {
            return Outcome.refused(RevocationError.NOT_AN_APPROVING_OFFICER);
        }
        Optional<LedgerEntry> sign = pairs.of(actor, serial);
        if (sign.isEmpty()) {
            return Outcome.refused(RevocationError.NO_SUCH_CERTIFICATE);
        }
        Optional<EndingRequest> open =
                requests.lock(sign.get().pair()).filter(request -> request.id().equals(id));
        if (open.isEmpty()) {
            return Outcome.refused(RevocationError.NOTHING_TO_DECIDE);
        }
        EndingRequest request = open.get();
        if (request.enteredBy().equals(actor.operator())) {
            return Outcome.refused(RevocationError.ENTERED_BY_YOURSELF);
        }
        if (approve
                && end.end(actor, request.pair(), request.deed(), request.reason(), null)
                        instanceof Outcome.Refused<Ending>(var refusal)) {
            return Outcome.refused(refusal);
        }
        requests.decide(id, approve, actor.operator(), clock.instant());
        audit.record(
                actor,
                approve ? "certificate.ending-approved" : "certificate.ending-declined",
                "certificate:" + sign.get().serial().hex(),
                Map.of("request", id.toString()));
        return Outcome.done(request);
    }
}
