package org.yinxin.hall.revocation;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.certificate.CertificateLedger;
import org.yinxin.hall.certificate.LedgerEntry;

/** Finds the signing certificate of a pair by the serial of either half, for whoever may know of it. */
@Component
class OwnPair {

    private final CertificateLedger ledger;

    OwnPair(CertificateLedger ledger) {
        this.ledger = ledger;
    }

    Optional<LedgerEntry> of(Actor actor, String serial) {
        return ledger.find(serial)
                .filter(entry -> maySee(actor, entry))
                .map(entry -> ledger.pair(entry.pair()).getFirst());
    }

    private static boolean maySee(Actor actor, LedgerEntry entry) {
        return switch (actor) {
            case Actor.Subscriber subscriber -> subscriber.account().equals(entry.holder());
            case Actor.Operator operator ->
                    operator.has(Role.ENTRY_OFFICER)
                            || operator.has(Role.APPROVING_OFFICER)
                            || operator.has(Role.PRODUCER)
                            || operator.has(Role.AUDITOR);
            case Actor.Hall _ -> true;
        };
    }
}
