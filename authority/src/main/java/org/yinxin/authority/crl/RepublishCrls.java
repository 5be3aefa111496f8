package org.yinxin.authority.crl;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.hierarchy.CertificationAuthority;

/**
 * Makes every list again that is due, of all authorities; whoever wires this calls it every minute, on one node.
 *
 * <p>What hinders one list hinders no other. It is told in the log each time, and as an alarm once three quarters of the
 * time of the last list are over: then half of what was left for mending is used up.
 */
public final class RepublishCrls {

    private static final Logger LOG = LoggerFactory.getLogger(RepublishCrls.class);

    private final CertificationAuthorities authorities;
    private final PublishCrl publish;
    private final Crls crls;
    private final Clock clock;

    public RepublishCrls(
            CertificationAuthorities authorities,
            PublishCrl publish,
            JdbcClient jdbc,
            Clock clock) {
        this.authorities = authorities;
        this.publish = publish;
        this.crls = new Crls(jdbc);
        this.clock = clock;
    }

    /** Answers of how many lists the last is late. */
    public int republish() {
        int late = 0;
        for (CertificationAuthority authority : authorities.all()) {
            for (CrlSeries series : series(authority.code())) {
                renew(authority, series);
                late += isLate(series) ? 1 : 0;
            }
        }
        return late;
    }

    private List<CrlSeries> series(AuthorityCode code) {
        return IntStream.rangeClosed(0, crls.shards(code))
                .boxed()
                .flatMap(
                        shard ->
                                Stream.of(CrlSeries.Kind.values())
                                        .map(kind -> new CrlSeries(code, shard, kind)))
                .toList();
    }

    private void renew(CertificationAuthority authority, CrlSeries series) {
        try {
            publish.renew(authority, series);
        } catch (CrlNotMadeException e) {
            LOG.error("{}", e.getMessage(), e);
        }
    }

    private boolean isLate(CrlSeries series) {
        Optional<PublishedCrl> late =
                crls.latest(series).filter(crl -> crl.isLate(clock.instant()));
        late.ifPresent(
                crl ->
                        LOG.error(
                                "ALARM: the {} revocation list of {}, shard {}, runs out at {} and no other has taken its place; from then on nobody can rely on a certificate of this authority",
                                series.kind(),
                                series.authority(),
                                series.shard(),
                                crl.nextUpdate()));
        return late.isPresent();
    }
}
