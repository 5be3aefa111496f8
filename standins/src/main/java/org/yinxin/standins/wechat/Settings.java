package org.yinxin.standins.wechat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * How the stand-in is started.
 *
 * @param port where it listens on the loopback address; 0 takes a free one
 * @param clock the time that goes into transactions and notifications
 * @param signing the time of requests and of their answers: WeChat's own library looks at this computer's clock, also
 *     where the hall lives on a later day
 * @param keys of the merchant and of the platform
 * @param random where nonces and identifiers come from
 * @param retries how long to wait before each further try of a notification that was not answered with success;
 *     the real one waits 15 s and then ever longer, which no test can wait for
 */
public record Settings(
        int port,
        Clock clock,
        Clock signing,
        RsaKeys keys,
        SecureRandom random,
        List<Duration> retries) {

    public Settings {
        retries = List.copyOf(retries);
    }

    /** All by one clock, with new keys. */
    public Settings(int port, Clock clock, SecureRandom random, List<Duration> retries) {
        this(port, clock, clock, RsaKeys.make(random), random, retries);
    }

    public Settings(int port, Clock clock, SecureRandom random) {
        this(port, clock, clock, RsaKeys.make(random), random);
    }

    public Settings(int port, Clock clock, Clock signing, RsaKeys keys, SecureRandom random) {
        this(
                port,
                clock,
                signing,
                keys,
                random,
                List.of(
                        Duration.ofMillis(200),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(10)));
    }
}
