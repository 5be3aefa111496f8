package org.yinxin.hall.application;

import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/** The form with its real answers, for its owner. */
@Component
public class ReadForm {

    public Outcome<FormView> read(Actor actor, CaseNumber number) {
        throw new UnsupportedOperationException("not built yet");
    }
}
