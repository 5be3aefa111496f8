package org.yinxin.hall.operator;

import org.yinxin.hall.actor.OperatorId;

/**
 * A new member of the staff, or one with a new password.
 *
 * @param initialPassword shown this once and kept nowhere
 */
public record CreatedOperator(OperatorId id, String name, String initialPassword) {

    @Override
    public String toString() {
        return "CreatedOperator[" + id + "]";
    }
}
