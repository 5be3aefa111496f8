package org.yinxin.hall.application;

import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.BusinessCode;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/** Opens an application under the newest version of a plan. */
@Component
public class OpenApplication {

    public Outcome<CaseNumber> open(Actor.Subscriber actor, PlanCode plan, BusinessCode business) {
        throw new UnsupportedOperationException("not built yet");
    }
}
