package org.yinxin.hall.actor;

import java.util.UUID;

/** One member of the staff. */
public record OperatorId(UUID value) {

    public static OperatorId of(String text) {
        return new OperatorId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
