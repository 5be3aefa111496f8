package org.yinxin.hall.application;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/** Saves answers, also incomplete or wrong ones; what is wrong with them is in the view. */
@Component
public class SaveForm {

    public Outcome<ApplicationView> save(
            Actor actor, CaseNumber number, Map<String, String> answers) {
        throw new UnsupportedOperationException("not built yet");
    }
}
