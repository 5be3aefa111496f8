package org.yinxin.hall.review;

import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.OperatorId;

/**
 * Who of the staff did something, with the name that colleagues knew then.
 *
 * @param id who
 * @param name the name at that time
 */
public record Officer(OperatorId id, String name) {

    static Officer of(Actor.Operator operator) {
        return new Officer(operator.operator(), operator.name());
    }

    /** The same person, whatever the name. */
    public boolean is(Actor.Operator operator) {
        return id.equals(operator.operator());
    }
}
