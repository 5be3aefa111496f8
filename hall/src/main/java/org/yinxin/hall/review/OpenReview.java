package org.yinxin.hall.review;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.Reason;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/** Puts what was submitted into the queue, for the first time or again after a return. */
@Component
public class OpenReview {

    /**
     * Answers the round, from 1.
     *
     * @param reasons what the officers can choose from when they return or refuse
     */
    public Outcome<Integer> open(
            Actor actor, CaseNumber number, Dossier dossier, List<Reason> reasons) {
        throw new UnsupportedOperationException("not built yet");
    }
}
