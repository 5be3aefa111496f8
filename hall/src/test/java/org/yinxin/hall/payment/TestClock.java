package org.yinxin.hall.payment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Real time, put forward as far as the test wants, or held where it is. */
final class TestClock extends Clock {

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    private volatile @Nullable Instant held;

    void pass(Duration time) {
        ahead.accumulateAndGet(time, Duration::plus);
    }

    /** Stands still until {@link #release}, however slow the machine is; {@link #pass} still moves it. */
    void hold() {
        held = Instant.now();
    }

    void release() {
        held = null;
    }

    @Override
    public Instant instant() {
        Instant still = held;
        return (still == null ? Instant.now() : still).plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
