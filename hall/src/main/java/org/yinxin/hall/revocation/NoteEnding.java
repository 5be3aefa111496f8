package org.yinxin.hall.revocation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.authority.PairStatusOutcome;
import org.yinxin.hall.account.Accounts;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.Deed;
import org.yinxin.hall.certificate.CertificateLedger;
import org.yinxin.hall.certificate.Holders;
import org.yinxin.hall.certificate.LedgerEntry;
import org.yinxin.hall.notification.Notify;

/** Notes what the authority answered, once; tells the holder, and whoever waits for it. */
@Component
class NoteEnding {

    private static final Logger LOG = LoggerFactory.getLogger(NoteEnding.class);
    private static final Actor HALL = new Actor.Hall("revocation");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final Endings endings;
    private final CertificateLedger ledger;
    private final Holders holders;
    private final Accounts accounts;
    private final Notify notify;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NoteEnding(
            Endings endings,
            CertificateLedger ledger,
            Holders holders,
            Accounts accounts,
            Notify notify,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.endings = endings;
        this.ledger = ledger;
        this.holders = holders;
        this.accounts = accounts;
        this.notify = notify;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void note(UUID id, PairStatusOutcome outcome) {
        Ending ending = endings.lockEnding(id);
        if (!(ending.state() instanceof EndingState.Intended)) {
            return;
        }
        LedgerEntry sign = ledger.pair(ending.pair()).getFirst();
        EndingState state =
                switch (outcome) {
                    case PairStatusOutcome.Done(Instant since) -> new EndingState.Done(since);
                    case PairStatusOutcome.Final _ ->
                            new EndingState.Refused(RevocationError.ENDED_ALREADY);
                    case PairStatusOutcome.NotHeld() ->
                            new EndingState.Refused(RevocationError.NOT_ON_HOLD);
                    case PairStatusOutcome.NeverIssued() ->
                            new EndingState.Refused(RevocationError.NO_SUCH_CERTIFICATE);
                    case PairStatusOutcome.Denied(String detail) -> {
                        LOG.warn("ending {}: {}", id, detail);
                        yield new EndingState.Refused(RevocationError.AUTHORITY_REFUSED);
                    }
                };
        Ending noted = endings.note(ending, state, clock.instant());
        audit.record(
                HALL,
                state instanceof EndingState.Done
                        ? "certificate.ending-done"
                        : "certificate.ending-refused",
                "certificate:" + sign.serial().hex(),
                Map.of(
                        "ending", id.toString(),
                        "deed", ending.deed().name(),
                        "askedBy", ending.askedBy()));
        switch (state) {
            case EndingState.Done(Instant since) -> tell(noted, sign, since);
            case EndingState.Refused(RevocationError reason) ->
                    LOG.warn("the authority refused ending {}: {}", id, reason);
            case EndingState.Intended() -> throw new IllegalStateException("not noted");
        }
        events.publishEvent(new CertificateEnded(noted));
    }

    /**
     * By short message too, unless a successor is in place: whoever installed that one knows. A former agent is told nothing
     * any more.
     */
    private void tell(Ending ending, LedgerEntry sign, Instant since) {
        if (!holders.present(sign)) {
            return;
        }
        String serial = sign.serial().hex();
        String tail = serial.substring(Math.max(0, serial.length() - 8));
        String event = ending.deed().name();
        notify.inbox(
                sign.holder(),
                "revocation.inbox." + event,
                "/certificates/" + serial,
                sign.commonName(),
                tail,
                MINUTE.format(since));
        if (ending.deed() != Deed.SUPERSEDE) {
            accounts.mobileOf(sign.holder())
                    .ifPresent(
                            mobile ->
                                    notify.sms(
                                            mobile,
                                            "revocation.sms." + event,
                                            tail,
                                            MINUTE.format(since)));
        }
    }
}
