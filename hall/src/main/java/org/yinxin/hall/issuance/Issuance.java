package org.yinxin.hall.issuance;

import java.time.Instant;
import java.util.Arrays;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;

/**
 * One order and how far it has come.
 *
 * @param order with its signing request in DER
 * @param notBefore with the end fixed when it was committed, so that every repetition orders the same certificate
 */
record Issuance(IssuanceOrder order, Instant notBefore, Instant notAfter, IssuanceState state) {

    boolean isSameRequest(IssuanceOrder other) {
        return Arrays.equals(order.signingRequest(), other.signingRequest());
    }

    boolean isSameButForRequest(IssuanceOrder other) {
        return order.caseNumber().equals(other.caseNumber())
                && order.holder().equals(other.holder())
                && order.authority().equals(other.authority())
                && order.kind() == other.kind()
                && order.subject().equals(other.subject())
                && order.years() == other.years();
    }

    /** Its holder, or a producer at the counter. */
    static boolean mayProduce(Actor actor, AccountId holder) {
        return switch (actor) {
            case Actor.Subscriber subscriber -> subscriber.account().equals(holder);
            case Actor.Operator operator -> operator.has(Role.PRODUCER);
            case Actor.Hall _ -> false;
        };
    }
}
