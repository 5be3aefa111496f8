package org.yinxin.hall.application;

import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/** The agreement that this application asks for. */
@Component
public class ReadAgreement {

    public Outcome<AgreementView> read(Actor actor, CaseNumber number) {
        throw new UnsupportedOperationException("not built yet");
    }
}
