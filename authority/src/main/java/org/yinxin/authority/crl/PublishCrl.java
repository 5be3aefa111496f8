package org.yinxin.authority.crl;

import java.io.InputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.key.AuthorityKeys;
import org.yinxin.authority.profile.PublicAddresses;
import org.yinxin.authority.register.ListedSerials;

/**
 * Answers the lists of an authority, and makes them.
 *
 * <p>A list is followed by another when half of its time is over. A short one, of up to {@link PublishedCrl#SHORT} entries, is
 * also followed as soon as anything has changed: by {@link #renew}, which a job calls, or by whoever asks for it. A long one
 * takes seconds to make and longer to fetch, so nobody who asks waits for that, and what has changed meanwhile is in the
 * list of changes. Only where there is none yet, or the last has run out, does whoever asks wait for a long one.
 *
 * <p>Refuses an unknown authority, and a shard that no certificate names.
 */
public final class PublishCrl {

    private final CertificationAuthorities authorities;
    private final Crls crls;
    private final ListedSerials serials;
    private final MakeCrl makeCrl;
    private final Clock clock;
    // One list at a time for each series and node; a second asker finds the work done.
    private final Map<CrlSeries, Object> turns = new ConcurrentHashMap<>();

    /**
     * What it works with.
     *
     * @param files where entries are gathered
     */
    public record Means(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            CertificationAuthorities authorities,
            AuthorityKeys keys,
            PublicAddresses addresses,
            WorkFiles files,
            Clock clock) {}

    public PublishCrl(Means means) {
        this.authorities = means.authorities();
        this.crls = new Crls(means.jdbc());
        this.serials = new ListedSerials(means.jdbc());
        this.makeCrl =
                new MakeCrl(
                        new MakeCrl.Means(
                                means.jdbc(),
                                means.transactions(),
                                means.keys(),
                                means.addresses(),
                                means.files(),
                                means.clock()));
        this.clock = means.clock();
    }

    /** The full list that everybody is given now. */
    public Optional<PublishedCrl> current(AuthorityCode code) {
        return current(CrlSeries.full(code));
    }

    /** The list that everybody is given now. A list that cannot be made anew is given until it runs out. */
    public Optional<PublishedCrl> current(CrlSeries series) {
        return authorities
                .find(series.authority())
                .filter(
                        _ ->
                                series.shard() == 0
                                        || series.shard() <= crls.shards(series.authority()))
                .map(authority -> current(authority, series));
    }

    private PublishedCrl current(CertificationAuthority authority, CrlSeries series) {
        try {
            return latestOrNew(
                    authority, series, crl -> crl.isShort() ? isFresh(crl) : stands(crl));
        } catch (CrlNotMadeException e) {
            return crls.latest(series).filter(this::stands).orElseThrow(() -> e);
        }
    }

    /** The list as the job wants it: not half over, and if short with all changes. */
    PublishedCrl renew(CertificationAuthority authority, CrlSeries series) {
        return latestOrNew(
                authority, series, crl -> crl.isShort() ? isFresh(crl) : isBeforeHalf(crl));
    }

    /** The octets of a list; each reader begins anew. */
    public InputStream octets(PublishedCrl crl) {
        return crls.reading(crl);
    }

    private PublishedCrl latestOrNew(
            CertificationAuthority authority, CrlSeries series, Predicate<PublishedCrl> good) {
        Optional<PublishedCrl> latest = crls.latest(series).filter(good);
        if (latest.isPresent()) {
            return latest.get();
        }
        synchronized (turns.computeIfAbsent(series, _ -> new Object())) {
            return crls.latest(series).filter(good).orElseGet(() -> make(authority, series));
        }
    }

    private PublishedCrl make(CertificationAuthority authority, CrlSeries series) {
        if (!series.isDelta()) {
            return makeCrl.make(authority, series, null);
        }
        // Whoever holds any full list that has not run out can go on with the changes.
        PublishedCrl base =
                crls.oldestStanding(series.full(), clock.instant())
                        .orElseGet(() -> current(authority, series.full()));
        return makeCrl.make(authority, series, base);
    }

    private boolean stands(PublishedCrl crl) {
        return clock.instant().isBefore(crl.nextUpdate());
    }

    private boolean isBeforeHalf(PublishedCrl crl) {
        return clock.instant().isBefore(crl.due());
    }

    private boolean isFresh(PublishedCrl crl) {
        return isBeforeHalf(crl) && !isBehind(crl);
    }

    private boolean isBehind(PublishedCrl crl) {
        CrlSeries series = crl.series();
        return crl.changes() != crls.changes(series.authority())
                && (series.shard() == 0
                        || serials.hasChanged(series.authority(), series.shard(), crl.changes()));
    }
}
