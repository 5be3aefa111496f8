package org.yinxin.hall.application;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yinxin.hall.certificate.CertificateLedger;
import org.yinxin.hall.certificate.LedgerEntry;
import org.yinxin.hall.revocation.CertificateEnded;
import org.yinxin.hall.revocation.Ending;
import org.yinxin.hall.revocation.EndingState;

/** Frees the one place of an organisation when its certificate was ended for good and nothing takes its place. */
@Component
class PlaceListener {

    private final CertificateLedger ledger;
    private final Eligibility eligibility;

    PlaceListener(CertificateLedger ledger, Eligibility eligibility) {
        this.ledger = ledger;
        this.eligibility = eligibility;
    }

    @EventListener
    void on(CertificateEnded ended) {
        Ending ending = ended.ending();
        boolean forGood =
                switch (ending.deed()) {
                    case REVOKE, SUPERSEDE -> true;
                    case HOLD, RESUME -> false;
                };
        List<LedgerEntry> pair = ledger.pair(ending.pair());
        if (forGood && ending.state() instanceof EndingState.Done && !pair.isEmpty()) {
            eligibility.free(ending.pair(), pair.getFirst().caseNumber());
        }
    }
}
