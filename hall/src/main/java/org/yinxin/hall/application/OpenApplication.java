package org.yinxin.hall.application;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.BusinessCode;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Opens an application under the newest version of a plan, which it keeps from then on.
 *
 * <p>Refuses a plan or business that is not offered, one that is about an existing certificate, and a second open case where the plan allows one.
 */
@Component
public class OpenApplication {

    private final Openings openings;

    OpenApplication(Openings openings) {
        this.openings = openings;
    }

    @Transactional
    public Outcome<CaseNumber> open(
            Actor.Subscriber actor, PlanCode planCode, BusinessCode businessCode) {
        return openings.open(Opener.of(actor), planCode, businessCode);
    }
}
