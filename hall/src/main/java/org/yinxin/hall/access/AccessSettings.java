package org.yinxin.hall.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a sign-in lasts, {@code yinxin.access.*}.
 *
 * @param subscriberIdle a subscriber's token ends after so long without use
 * @param subscriberAtMost and after so long in any case
 * @param operatorIdle the same for staff, who see other people's papers
 */
@ConfigurationProperties("yinxin.access")
record AccessSettings(
        @DefaultValue("12h") Duration subscriberIdle,
        @DefaultValue("7d") Duration subscriberAtMost,
        @DefaultValue("30m") Duration operatorIdle,
        @DefaultValue("10h") Duration operatorAtMost) {

    AccessSettings {
        requireOrder(subscriberIdle, subscriberAtMost);
        requireOrder(operatorIdle, operatorAtMost);
    }

    Duration idle(TokenKind kind) {
        return switch (kind) {
            case SUBSCRIBER -> subscriberIdle;
            case OPERATOR -> operatorIdle;
        };
    }

    Duration atMost(TokenKind kind) {
        return switch (kind) {
            case SUBSCRIBER -> subscriberAtMost;
            case OPERATOR -> operatorAtMost;
        };
    }

    private static void requireOrder(Duration idle, Duration atMost) {
        if (!idle.isPositive() || idle.compareTo(atMost) > 0) {
            throw new IllegalArgumentException(
                    "yinxin.access: a token cannot be idle for longer than it lives: "
                            + idle
                            + " of "
                            + atMost);
        }
    }
}
