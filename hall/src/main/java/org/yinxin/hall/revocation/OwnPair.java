package org.yinxin.hall.revocation;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.certificate.CertificateLedger;
import org.yinxin.hall.certificate.Holders;
import org.yinxin.hall.certificate.LedgerEntry;

/** Finds the signing certificate of a pair by the serial of either half, for whoever may know of it. */
@Component
class OwnPair {

    private final CertificateLedger ledger;
    private final Holders holders;

    OwnPair(CertificateLedger ledger, Holders holders) {
        this.ledger = ledger;
        this.holders = holders;
    }

    Optional<LedgerEntry> of(Actor actor, String serial) {
        return ledger.find(serial)
                .filter(entry -> maySee(actor, entry))
                .map(entry -> ledger.pair(entry.pair()).getFirst());
    }

    private boolean maySee(Actor actor, LedgerEntry entry) {
        return switch (actor) {
            case Actor.Subscriber subscriber -> holders.holds(subscriber, entry);
            case Actor.Operator operator ->
                    operator.has(Role.ENTRY_OFFICER)
                            || operator.has(Role.APPROVING_OFFICER)
                            || operator.has(Role.PRODUCER)
                            || operator.has(Role.AUDITOR);
            case Actor.Hall _ -> true;
        };
    }
}
