package org.yinxin.app.wiring;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

/** Time and randomness for what runs before there are beans, or beside them. */
public final class World {

    private World() {}

    /**
     * The time.
     *
     * @param daysAhead how far it runs before this computer's, in days of 24 hours; 0 but in a demonstration
     */
    public static Clock clock(int daysAhead) {
        return Clock.offset(Clock.systemUTC(), Duration.ofDays(daysAhead));
    }

    public static SecureRandom random() {
        return new SecureRandom();
    }

    /** Identifiers that nobody can guess. */
    public static Supplier<UUID> uuids() {
        return UUID::randomUUID;
    }
}
