package org.yinxin.hall.application;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/**
 * One application, masked, for its subscriber and for the staff.
 *
 * <p>Refuses somebody else's application.
 */
@Component
public class ViewApplication {

    private final Desk desk;
    private final Views views;

    ViewApplication(Desk desk, Views views) {
        this.desk = desk;
        this.views = views;
    }

    @Transactional(readOnly = true)
    public Outcome<ApplicationView> view(Actor actor, CaseNumber number) {
        return desk.look(actor, number).map(views::of);
    }
}
