package org.yinxin.hall.identification;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;

/** Journals that somebody who is not the source spoke in its name. */
@Component
class RecordForgery {

    private final AuditTrail audit;

    RecordForgery(AuditTrail audit) {
        this.audit = audit;
    }

    @Transactional
    public void record(Actor as, String reason) {
        audit.record(
                as,
                "identification.notice-forged",
                "identification:face",
                Map.of("reason", reason));
    }
}
