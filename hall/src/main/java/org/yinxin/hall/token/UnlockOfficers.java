package org.yinxin.hall.token;

import java.util.Optional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.catalogue.GateSettings.UnlockMode;
import org.yinxin.hall.outcome.Outcome;

/** Which officers decide about an unlocking. */
final class UnlockOfficers {

    private UnlockOfficers() {}

    /** Approving officers from the desk and at the counter; producers with the visitor at the counter alone. */
    static boolean mayDecide(Actor.Operator who, UnlockMode mode) {
        return switch (mode) {
            case OFFICER -> who.has(Role.APPROVING_OFFICER);
            case COUNTER -> who.has(Role.APPROVING_OFFICER) || who.has(Role.PRODUCER);
            case SMS_CODE, EMAIL_LINK -> false;
        };
    }

    /** Whether this person may decide about it in one of the ways that its plan offers. */
    static boolean mayDecide(Actor.Operator who, Unlocking unlocking) {
        return unlocking.modes().stream().anyMatch(mode -> mayDecide(who, mode));
    }

    /** What is not done yet and was not taken in by this person. */
    static Outcome<Unlocking> decidable(Optional<Unlocking> found, Actor.Operator who) {
        Optional<Unlocking> open = found.filter(one -> one.doneAt() == null);
        if (open.isEmpty()) {
            return Outcome.refused(TokenError.NO_SUCH_UNLOCKING);
        }
        return open.get().receivedBy().contains(who.operator())
                ? Outcome.refused(TokenError.RECEIVED_BY_YOURSELF)
                : Outcome.done(open.get());
    }
}
