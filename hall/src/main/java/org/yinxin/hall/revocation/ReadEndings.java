package org.yinxin.hall.revocation;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;

/**
 * Shows what was asked to be done to a certificate, and what became of it, to its holder and to staff.
 *
 * <p>Refusals: {@link RevocationError#NO_SUCH_CERTIFICATE}, also for somebody else's.
 */
@Component
public class ReadEndings {

    private final OwnPair own;
    private final Endings endings;

    ReadEndings(OwnPair own, Endings endings) {
        this.own = own;
        this.endings = endings;
    }

    /** The newest first, refused ones too. */
    @Transactional(readOnly = true)
    public Outcome<List<Ending>> of(Actor actor, String serial) {
        return own.of(actor, serial)
                .<Outcome<List<Ending>>>map(sign -> Outcome.done(endings.all(sign.pair())))
                .orElseGet(() -> Outcome.refused(RevocationError.NO_SUCH_CERTIFICATE));
    }
}
