package org.yinxin.authority;

import java.util.UUID;

/** The caller's own identifier of an order; the same id is answered with the same pair, however often it is asked. */
public record PairOrderId(UUID value) implements OrderId {

    @Override
    public String toString() {
        return value.toString();
    }
}
