package org.yinxin.authority;

import java.util.UUID;

/** Identifies an order for one certificate. */
public record CertificateOrderId(UUID value) implements OrderId {
    @Override
    public String toString() {
        return value.toString();
    }
}
