package org.yinxin.authority.crl;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.key.AuthorityKeys;
import org.yinxin.authority.key.KeyPurpose;
import org.yinxin.authority.key.KeyStoreUnavailableException;
import org.yinxin.authority.profile.PublicAddresses;
import org.yinxin.authority.register.ListedSerials;
import org.yinxin.pki.crl.CrlEntry;
import org.yinxin.pki.crl.CrlHead;
import org.yinxin.pki.crl.StreamedCrl;

/**
 * Makes one list and publishes it.
 *
 * <p>First a number is drawn. Then the entries are read in one snapshot of the database and written to a file, with how far the
 * changes had come in that very snapshot; nobody waits for that, neither those who revoke nor those who read. The list is
 * signed outside of any transaction and verified. One transaction publishes it whole, and only if no list with a higher number
 * or made of a later state was published meanwhile: so at each address the numbers and the contents go forward together,
 * whichever nodes make lists at the same time. A number that was drawn in vain is never used.
 *
 * <p>Throws {@link CrlNotMadeException} when something that it needs fails; what was published before stays.
 */
final class MakeCrl {

    private final Crls crls;
    private final ListedSerials serials;
    private final AuthorityKeys keys;
    private final PublicAddresses addresses;
    private final WorkFiles files;
    private final TransactionTemplate transaction;
    private final TransactionTemplate snapshot;
    private final Clock clock;

    /**
     * What it works with.
     *
     * @param files where entries are gathered
     */
    record Means(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            AuthorityKeys keys,
            PublicAddresses addresses,
            WorkFiles files,
            Clock clock) {}

    MakeCrl(Means means) {
        this.crls = new Crls(means.jdbc());
        this.serials = new ListedSerials(means.jdbc());
        this.keys = means.keys();
        this.addresses = means.addresses();
        this.files = means.files();
        this.transaction = new TransactionTemplate(means.transactions());
        this.snapshot = new TransactionTemplate(means.transactions());
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        this.clock = means.clock();
    }

    /**
     * Answers the list that is published now: the new one, or one that was faster.
     *
     * @param base for a list of changes, the full list that they are counted from; otherwise null
     */
    PublishedCrl make(
            CertificationAuthority authority, CrlSeries series, @Nullable PublishedCrl base) {
        try (SpooledEntries entries = SpooledEntries.in(files)) {
            return make(authority, series, base, entries);
        } catch (IOException
                | UncheckedIOException
                | DataAccessException
                | TransactionException
                | KeyStoreUnavailableException e) {
            throw new CrlNotMadeException(
                    "The %s revocation list of %s could not be made: %s"
                            .formatted(series.isDelta() ? "delta" : "full", authority.code(), e),
                    e);
        }
    }

    private PublishedCrl make(
            CertificationAuthority authority,
            CrlSeries series,
            @Nullable PublishedCrl base,
            SpooledEntries entries)
            throws IOException {
        Instant now = clock.instant();
        long number = crls.draw(authority.code(), now);
        Instant thisUpdate = now.truncatedTo(ChronoUnit.SECONDS);
        Instant nextUpdate = thisUpdate.plus(lifetime(authority, series));
        long changes = gather(series, base, thisUpdate, entries);
        entries.finish();
        StreamedCrl signed =
                StreamedCrl.sign(
                        head(authority, series, number, base, thisUpdate, nextUpdate),
                        entries,
                        keys.open(authority.key(), KeyPurpose.SIGN_CRLS));
        if (!signed.isSignedBy(authority.verificationKey())) {
            throw new IllegalStateException("the signature does not cover the list");
        }
        PublishedCrl crl =
                new PublishedCrl(
                        series,
                        number,
                        base == null ? null : base.number(),
                        thisUpdate,
                        nextUpdate,
                        changes,
                        entries.writer().entries(),
                        signed.octets());
        return Objects.requireNonNull(transaction.execute(_ -> publish(crl, signed)));
    }

    private long gather(
            CrlSeries series,
            @Nullable PublishedCrl base,
            Instant thisUpdate,
            SpooledEntries entries) {
        return Objects.requireNonNull(
                snapshot.execute(
                        _ -> {
                            long changes = crls.changes(series.authority());
                            if (base == null) {
                                serials.revoked(
                                        series.authority(),
                                        series.shard(),
                                        entries.writer()::write);
                            } else {
                                serials.changed(
                                        series.authority(),
                                        series.shard(),
                                        base.changes(),
                                        thisUpdate,
                                        CrlEntry.REMOVE_FROM_CRL,
                                        entries.writer()::write);
                            }
                            return changes;
                        }));
    }

    private CrlHead head(
            CertificationAuthority authority,
            CrlSeries series,
            long number,
            @Nullable PublishedCrl base,
            Instant thisUpdate,
            Instant nextUpdate) {
        return new CrlHead(
                authority.name(),
                authority.publicKey(),
                number,
                thisUpdate,
                nextUpdate,
                base == null ? null : base.number(),
                series.shard() == 0 ? null : addresses.crl(authority.code(), series.shard()),
                series.isDelta() ? null : addresses.delta(authority.code(), series.shard()));
    }

    private PublishedCrl publish(PublishedCrl crl, StreamedCrl signed) {
        crls.lock(crl.series());
        PublishedCrl latest = crls.latest(crl.series()).orElse(null);
        if (latest != null
                && (latest.number() > crl.number() || latest.changes() > crl.changes())) {
            return latest;
        }
        crls.insert(crl);
        try (OutputStream parts = crls.writing(crl)) {
            signed.writeTo(parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return crl;
    }

    private static Duration lifetime(CertificationAuthority authority, CrlSeries series) {
        return series.isDelta() ? authority.deltaLifetime() : authority.crlLifetime();
    }
}
