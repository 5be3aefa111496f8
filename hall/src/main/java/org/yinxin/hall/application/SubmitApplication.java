package org.yinxin.hall.application;

import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/** Submits, for the first time or after a return. */
@Component
public class SubmitApplication {

    public Outcome<ApplicationView> submit(Actor actor, CaseNumber number) {
        throw new UnsupportedOperationException("not built yet");
    }
}
