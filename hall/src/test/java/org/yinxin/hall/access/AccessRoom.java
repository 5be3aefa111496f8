package org.yinxin.hall.access;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Rooms of access for tests of other rooms. */
public final class AccessRoom {

    public static final Class<?> LIMITS = RateLimits.class;

    private AccessRoom() {}

    /** Sign-ins with the usual limits; no scan finds it. */
    @Import(Tokens.class)
    public static class SignIns {
        @Bean
        AccessSettings accessSettings() {
            return new AccessSettings(
                    Duration.ofHours(12),
                    Duration.ofDays(7),
                    Duration.ofMinutes(30),
                    Duration.ofHours(10));
        }
    }
}
