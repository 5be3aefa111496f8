package org.yinxin.hall.subscriber;

import java.util.UUID;

/** One organisation that certificates are issued to. */
public record SubscriberId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
