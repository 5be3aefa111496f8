package org.yinxin.hall.payment;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** A voucher. */
public record VoucherId(UUID value) {

    private static final Pattern SHAPE =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Reads what came from outside; empty when it cannot be one. */
    public static Optional<VoucherId> parse(String typed) {
        return SHAPE.matcher(typed).matches()
                ? Optional.of(new VoucherId(UUID.fromString(typed)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
