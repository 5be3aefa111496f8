package org.yinxin.hall.application;

import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/** Hands in one paper, or replaces it. */
@Component
public class AttachPaper {

    public Outcome<ApplicationView> attach(
            Actor actor, CaseNumber number, String paper, byte[] content) {
        throw new UnsupportedOperationException("not built yet");
    }
}
