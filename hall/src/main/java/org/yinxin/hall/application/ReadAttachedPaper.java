package org.yinxin.hall.application;

import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/** The bytes of one paper. */
@Component
public class ReadAttachedPaper {

    public Outcome<AttachedPaper> read(Actor actor, CaseNumber number, String paper) {
        throw new UnsupportedOperationException("not built yet");
    }
}
