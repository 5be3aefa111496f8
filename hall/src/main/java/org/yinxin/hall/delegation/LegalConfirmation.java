package org.yinxin.hall.delegation;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yinxin.hall.identification.IdentityEstablished;
import org.yinxin.hall.outcome.Outcome;

/** Completes a hand-over when the legal representative has confirmed it, in the transaction of the proof. */
@Component
class LegalConfirmation {

    private static final Logger LOG = LoggerFactory.getLogger(LegalConfirmation.class);

    private final Handovers handovers;
    private final CompleteHandover complete;

    LegalConfirmation(Handovers handovers, CompleteHandover complete) {
        this.handovers = handovers;
        this.complete = complete;
    }

    @EventListener
    void on(IdentityEstablished established) {
        if (!established.check().gate().equals(AskLegalRepresentative.GATE)) {
            return;
        }
        Optional<Handover> open =
                handovers
                        .lock(established.check().caseNumber())
                        .filter(one -> one.state() == Handover.State.OPEN);
        if (open.isPresent()
                && complete.complete(established.by(), open.get(), established.evidence())
                        instanceof Outcome.Refused<Handover>(var refusal)) {
            LOG.warn("{} was confirmed and cannot be done: {}", open.get(), refusal.code());
        }
    }
}
