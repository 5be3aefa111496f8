package org.yinxin.authority.crl;

import java.time.Clock;
import java.time.Duration;
import java.util.OptionalDouble;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.authority.AuthorityCode;

/** For how long the published lists of an authority last. */
public final class CrlOutlook {

    private final Crls crls;
    private final Clock clock;

    public CrlOutlook(JdbcClient jdbc, Clock clock) {
        this.crls = new Crls(jdbc);
        this.clock = clock;
    }

    /** Until the first of that kind runs out; negative once it has; empty while none is published. */
    public OptionalDouble secondsLeft(AuthorityCode authority, CrlSeries.Kind kind) {
        return crls.firstEnd(authority, kind)
                .map(end -> Duration.between(clock.instant(), end).toMillis() / 1e3)
                .map(OptionalDouble::of)
                .orElseGet(OptionalDouble::empty);
    }
}
