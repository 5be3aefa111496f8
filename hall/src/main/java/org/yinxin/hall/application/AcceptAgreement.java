package org.yinxin.hall.application;

import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/** Accepts the agreement in the version that was read. */
@Component
public class AcceptAgreement {

    public Outcome<ApplicationView> accept(
            Actor actor, CaseNumber number, int version, String sm3) {
        throw new UnsupportedOperationException("not built yet");
    }
}
