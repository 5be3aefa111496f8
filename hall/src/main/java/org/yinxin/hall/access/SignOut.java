package org.yinxin.hall.access;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;

/** Ends the token that somebody came with. It is never refused. */
@Component
public class SignOut {

    private final Tokens tokens;
    private final AuditTrail audit;

    SignOut(Tokens tokens, AuditTrail audit) {
        this.tokens = tokens;
        this.audit = audit;
    }

    @Transactional
    public void end(Actor who, String token) {
        tokens.end(token);
        audit.record(who, "access.signed-out", who.reference());
    }
}
