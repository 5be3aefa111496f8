package org.yinxin.hall.application;

import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/** One application. */
@Component
public class ViewApplication {

    public Outcome<ApplicationView> view(Actor actor, CaseNumber number) {
        throw new UnsupportedOperationException("not built yet");
    }
}
