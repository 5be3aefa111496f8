package org.yinxin.hall.agreement;

import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/** Records that somebody accepts an agreement in the version that was shown. */
@Component
public class RecordConsent {

    /**
     * Answers the consent; the same one again answers the one that is there.
     *
     * @param clientAddress the address the acceptance came from; kept sealed, as evidence
     */
    public Outcome<Consent> record(
            Actor actor,
            CaseNumber number,
            String code,
            int version,
            String sm3,
            String clientAddress) {
        throw new UnsupportedOperationException("not built yet");
    }
}
