package org.yinxin.custody;

import java.util.UUID;

/** One escrowed key pair; the same value as the id of the order for the pair of certificates that it was made for. */
public record EscrowId(UUID value) {

    public static EscrowId of(String text) {
        return new EscrowId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
