package org.yinxin.app.wiring;

import java.security.SecureRandom;
import java.time.Clock;

/** Time and randomness for what runs before there are beans, or beside them. */
public final class World {

    private World() {}

    public static Clock clock() {
        return Clock.systemUTC();
    }

    public static SecureRandom random() {
        return new SecureRandom();
    }
}
