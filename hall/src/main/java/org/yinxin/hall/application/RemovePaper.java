package org.yinxin.hall.application;

import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/** Takes back one paper. */
@Component
public class RemovePaper {

    public Outcome<ApplicationView> remove(Actor actor, CaseNumber number, String paper) {
        throw new UnsupportedOperationException("not built yet");
    }
}
