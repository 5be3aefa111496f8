package org.yinxin.hall.application;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;

/** Lists applications: a subscriber's own ones, or what waits for a producer. */
@Component
public class ListApplications {

    public List<ApplicationSummary> own(Actor.Subscriber actor) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The applications whose certificates can be made at the counter now, longest waiting first; refused to others than producers. */
    public Outcome<List<ApplicationSummary>> forProduction(Actor actor) {
        throw new UnsupportedOperationException("not built yet");
    }
}
