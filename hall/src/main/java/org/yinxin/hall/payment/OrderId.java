package org.yinxin.hall.payment;

import java.util.Optional;
import java.util.UUID;

/** One order. It appears in addresses, so it is random and says nothing. */
public record OrderId(UUID value) {

    /** Reads what came from outside; empty when it cannot be one. */
    public static Optional<OrderId> parse(String typed) {
        try {
            return Optional.of(new OrderId(UUID.fromString(typed)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
