package org.yinxin.hall.identification;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;

/** Opens the check of an account when its gate opens, and takes it back when its gate is shut. */
@Component
public class OpenBankCheck {

    private final BankChecks checks;
    private final Transfers transfers;
    private final AuditTrail audit;
    private final Clock clock;

    OpenBankCheck(BankChecks checks, Transfers transfers, AuditTrail audit, Clock clock) {
        this.checks = checks;
        this.transfers = transfers;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void open(Actor by, CheckKey key, TransferRules rules) {
        checks.open(key, rules, clock.instant());
        audit.record(by, "bank-check.opened", key.journalSubject());
    }

    /** Nothing can be told any more; money that is on its way stays where it goes. */
    @Transactional
    public void withdraw(Actor by, CheckKey key) {
        if (checks.lock(key).filter(it -> it.state() == BankCheck.State.OPEN).isPresent()) {
            transfers
                    .newest(key)
                    .filter(Transfer::live)
                    .ifPresent(
                            it ->
                                    transfers.end(
                                            it.id(),
                                            Transfer.State.DROPPED,
                                            null,
                                            clock.instant()));
            checks.state(key, BankCheck.State.WITHDRAWN);
            audit.record(by, "bank-check.withdrawn", key.journalSubject());
        }
    }
}
