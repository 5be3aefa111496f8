package org.yinxin.hall.identification;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.outcome.Outcome;

/** The second half of {@link SendTransfer}: what the bank said, written down once. */
@Component
class RecordTransfer {

    private final BankChecks checks;
    private final Transfers transfers;
    private final ReadBankCheck read;
    private final AuditTrail audit;
    private final Clock clock;

    RecordTransfer(
            BankChecks checks,
            Transfers transfers,
            ReadBankCheck read,
            AuditTrail audit,
            Clock clock) {
        this.checks = checks;
        this.transfers = transfers;
        this.read = read;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome<BankCheckView> sent(Actor by, CheckKey key, UUID id, String reference) {
        BankCheck check = checks.lock(key).orElseThrow();
        waiting(id)
                .ifPresent(
                        it -> {
                            Instant now = clock.instant();
                            transfers.sent(id, reference, now, end(now, check.rules().days()));
                            record(by, "bank-check.sent", it);
                        });
        return read.view(key);
    }

    @Transactional
    public Outcome<BankCheckView> refused(Actor by, CheckKey key, UUID id, String reference) {
        BankCheck check = checks.lock(key).orElseThrow();
        Optional<Transfer> waiting = waiting(id);
        if (waiting.isEmpty()) {
            return read.view(check.key());
        }
        transfers.end(id, Transfer.State.REFUSED, reference, clock.instant());
        record(by, "bank-check.refused", waiting.get());
        return Outcome.refused(IdentificationError.ACCOUNT_REFUSED);
    }

    private Optional<Transfer> waiting(UUID id) {
        return transfers.find(id).filter(it -> it.state() == Transfer.State.INTENDED);
    }

    /** The end of the last day on which the memo may be told. */
    private static Instant end(Instant sent, int days) {
        return LocalDate.ofInstant(sent, Moments.SHANGHAI)
                .plusDays(days + 1L)
                .atStartOfDay(Moments.SHANGHAI)
                .toInstant();
    }

    private void record(Actor by, String action, Transfer it) {
        audit.record(
                by,
                action,
                it.check().journalSubject(),
                Map.of("gate", it.check().gate().text(), "transfer", it.id().toString()));
    }
}
