package org.yinxin.hall.revocation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.authority.RevocationReason;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.Deed;
import org.yinxin.hall.certificate.CertificateLedger;
import org.yinxin.hall.certificate.Holders;
import org.yinxin.hall.certificate.LedgerEntry;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Writes down that a pair of certificates is to be revoked, superseded, held or resumed. The authority is asked right after
 * the commit, and again by a job until it has answered; {@link CertificateEnded} tells the answer.
 *
 * <p>Refusals: {@link RevocationError#NO_SUCH_CERTIFICATE} also for anybody but approving officers and the hall, and
 * for the holder unless it is a hold; {@link RevocationError#ENDED_ALREADY} when it was revoked for another reason, or is to be held or resumed after
 * that; {@link RevocationError#NOT_ON_HOLD}. Revoking again for the same reason is no refusal.
 */
@Component
public class EndCertificate {

    private final Endings endings;
    private final CertificateLedger ledger;
    private final Holders holders;
    private final Dispatch dispatch;
    private final AuditTrail audit;
    private final Supplier<UUID> uuids;
    private final Clock clock;

    EndCertificate(
            Endings endings,
            CertificateLedger ledger,
            Holders holders,
            Dispatch dispatch,
            AuditTrail audit,
            @Qualifier("uuids") Supplier<UUID> uuids,
            Clock clock) {
        this.endings = endings;
        this.ledger = ledger;
        this.holders = holders;
        this.dispatch = dispatch;
        this.audit = audit;
        this.uuids = uuids;
        this.clock = clock;
    }

    /**
     * Asks for it in the transaction of the caller, if there is one.
     *
     * @param reason why; of no meaning but for {@link Deed#REVOKE}
     * @param caseNumber the case that wants to hear of the answer; null when none does
     */
    @Transactional
    public Outcome<Ending> end(
            Actor by,
            UUID pair,
            Deed deed,
            RevocationReason reason,
            @Nullable CaseNumber caseNumber) {
        List<LedgerEntry> halves = ledger.pair(pair);
        if (halves.isEmpty() || !mayEnd(by, deed, halves.getFirst())) {
            return Outcome.refused(RevocationError.NO_SUCH_CERTIFICATE);
        }
        endings.lock(pair);
        RevocationReason told = deed == Deed.SUPERSEDE ? RevocationReason.SUPERSEDED : reason;
        Optional<RevocationError> refusal = refusal(deed, told, endings.live(pair));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Ending ending =
                new Ending(
                        uuids.get(),
                        pair,
                        deed,
                        told,
                        caseNumber,
                        by.reference(),
                        now,
                        new EndingState.Intended());
        endings.add(ending);
        record(by, ending, halves.getFirst());
        dispatch.afterCommit(ending.id());
        return Outcome.done(ending);
    }

    /** A holder may hold by himself; anything else goes through a case or two people of the staff. */
    private boolean mayEnd(Actor by, Deed deed, LedgerEntry entry) {
        return switch (by) {
            case Actor.Subscriber subscriber ->
                    deed == Deed.HOLD && holders.holds(subscriber, entry);
            case Actor.Operator operator -> operator.has(Role.APPROVING_OFFICER);
            case Actor.Hall _ -> true;
        };
    }

    /** Judged by what was asked for before, whether or not the authority has done it by now: it is asked in order. */
    private static Optional<RevocationError> refusal(
            Deed deed, RevocationReason reason, List<Ending> before) {
        Optional<Ending> last = before.stream().filter(Ending::isFinal).findFirst();
        return switch (deed) {
            case REVOKE, SUPERSEDE ->
                    last.filter(ending -> ending.reason() != reason)
                            .map(_ -> RevocationError.ENDED_ALREADY);
            case HOLD -> last.map(_ -> RevocationError.ENDED_ALREADY);
            case RESUME ->
                    last.isPresent()
                            ? Optional.of(RevocationError.ENDED_ALREADY)
                            : before.isEmpty() || before.getLast().deed() != Deed.HOLD
                                    ? Optional.of(RevocationError.NOT_ON_HOLD)
                                    : Optional.empty();
        };
    }

    private void record(Actor by, Ending ending, LedgerEntry sign) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("ending", ending.id().toString());
        details.put("deed", ending.deed().name());
        details.put("pair", ending.pair().toString());
        if (ending.deed() == Deed.REVOKE) {
            details.put("reason", ending.reason().name());
        }
        if (ending.caseNumber() != null) {
            details.put("case", ending.caseNumber().text());
        }
        audit.record(by, "certificate.ending-asked", "certificate:" + sign.serial().hex(), details);
    }
}
