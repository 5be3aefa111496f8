package org.yinxin.hall.revocation;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.authority.RevocationReason;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.Deed;
import org.yinxin.hall.certificate.LedgerEntry;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.outcome.Violation;

/**
 * An officer enters that a certificate is to be revoked or held; another one decides.
 *
 * <p>Refusals: {@link RevocationError#NOT_AN_OFFICER}, {@link RevocationError#NO_SUCH_CERTIFICATE}, {@link
 * RevocationError#ENDED_ALREADY}, {@link RevocationError#REQUEST_INCOMPLETE}, {@link
 * RevocationError#REQUESTED_ALREADY}.
 */
@Component
public class RequestEnding {

    static final int LONGEST_NOTE = 200;

    private final OwnPair pairs;
    private final Endings endings;
    private final EndingRequests requests;
    private final AuditTrail audit;
    private final Supplier<UUID> uuids;
    private final Clock clock;

    RequestEnding(
            OwnPair pairs,
            Endings endings,
            EndingRequests requests,
            AuditTrail audit,
            @Qualifier("uuids") Supplier<UUID> uuids,
            Clock clock) {
        this.pairs = pairs;
        this.endings = endings;
        this.requests = requests;
        this.audit = audit;
        this.uuids = uuids;
        this.clock = clock;
    }

    /**
     * Enters it.
     *
     * @param note what it rests on, for the colleague who decides
     */
    @Transactional
    public Outcome<EndingRequest> request(
            Actor.Operator actor, String serial, Deed deed, RevocationReason reason, String note) {
        if (!actor.has(Role.ENTRY_OFFICER) && !actor.has(Role.APPROVING_OFFICER)) {
            return Outcome.refused(RevocationError.NOT_AN_OFFICER);
        }
        Optional<LedgerEntry> sign = pairs.of(actor, serial);
        if (sign.isEmpty()) {
            return Outcome.refused(RevocationError.NO_SUCH_CERTIFICATE);
        }
        if (endings.live(sign.get().pair()).stream().anyMatch(Ending::isFinal)) {
            return Outcome.refused(RevocationError.ENDED_ALREADY);
        }
        if ((deed != Deed.REVOKE && deed != Deed.HOLD)
                || note.isBlank()
                || note.length() > LONGEST_NOTE) {
            return Outcome.refused(
                    new Refusal(
                            RevocationError.REQUEST_INCOMPLETE,
                            List.of(new Violation("note", "revocation.request.note.wanted"))));
        }
        EndingRequest request =
                new EndingRequest(
                        uuids.get(),
                        sign.get().pair(),
                        deed,
                        reason,
                        note.strip(),
                        actor.operator(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (!requests.add(request)) {
            return Outcome.refused(RevocationError.REQUESTED_ALREADY);
        }
        audit.record(
                actor,
                "certificate.ending-entered",
                "certificate:" + sign.get().serial().hex(),
                Map.of(
                        "request", request.id().toString(),
                        "deed", deed.name(),
                        "reason", reason.name()));
        return Outcome.done(request);
    }
}
