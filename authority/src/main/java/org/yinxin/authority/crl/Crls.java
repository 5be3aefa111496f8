package org.yinxin.authority.crl;

import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.authority.AuthorityCode;

/** The tables of CRLs and of their octets, and the counters from which their numbers come. */
public final class Crls {

    /** A list by its name. */
    record Numbered(AuthorityCode authority, long number) {}

    private final JdbcClient jdbc;

    public Crls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one with the highest number. */
    Optional<PublishedCrl> latest(CrlSeries series) {
        return one(series, Instant.EPOCH, "number DESC");
    }

    /** The one that runs out next: whoever holds any list that may still be relied on holds this one or a later one. */
    Optional<PublishedCrl> oldestStanding(CrlSeries series, Instant now) {
        return one(series, now, "next_update");
    }

    // Lists without a length are older than the table of octets, and of no use as a base.
    private Optional<PublishedCrl> one(CrlSeries series, Instant endsAfter, String order) {
        return jdbc.sql(
                        """
                        SELECT number, base, this_update, next_update, revocations, entries, length FROM crl
                        WHERE authority = :authority AND shard = :shard AND base IS %s NULL AND length IS NOT NULL
                            AND next_update > :endsAfter
                        ORDER BY %s LIMIT 1
                        """
                                .formatted(series.isDelta() ? "NOT" : "", order))
                .param("authority", series.authority().value())
                .param("shard", series.shard())
                .param("endsAfter", time(endsAfter))
                .query((row, _) -> read(row, series))
                .optional();
    }

    /** When the first of the lists of a kind that an authority hands out runs out. */
    Optional<Instant> firstEnd(AuthorityCode authority, CrlSeries.Kind kind) {
        return IntStream.rangeClosed(0, shards(authority))
                .mapToObj(shard -> new CrlSeries(authority, shard, kind))
                .flatMap(series -> latest(series).stream())
                .map(PublishedCrl::nextUpdate)
                .min(Comparator.naturalOrder());
    }

    /** The highest shard that any certificate of the authority names. */
    int shards(AuthorityCode authority) {
        return jdbc.sql("SELECT crl_shards FROM certification_authority WHERE code = :code")
                .param("code", authority.value())
                .query(Integer.class)
                .single();
    }

    /** How often the status of a serial of the authority changed. */
    long changes(AuthorityCode authority) {
        return jdbc.sql("SELECT revocations FROM certification_authority WHERE code = :code")
                .param("code", authority.value())
                .query(Long.class)
                .single();
    }

    /**
     * Draws a number that no other list of the authority has or will have, and that is higher than all before.
     *
     * <p>It is the time in milliseconds, or one more than the last where that is higher. A counter alone would go back with
     * a database that is restored from a backup, and give the numbers of lists that are lost, but in many hands, to
     * others. What is drawn after the restoration is drawn at a later time than any number before it: numbers run ahead of the
     * time only if more than a thousand are drawn in a second, for as long as the backup is old. So they go back
     * only if the clock does, by more than has passed since the last list; then its lists would also end before
     * those that are out there, and no number could mend that.
     */
    long draw(AuthorityCode authority, Instant now) {
        return jdbc.sql(
                        """
                        UPDATE certification_authority
                        SET last_crl_number = greatest(last_crl_number + 1, :now)
                        WHERE code = :code RETURNING last_crl_number
                        """)
                .param("code", authority.value())
                .param("now", now.toEpochMilli())
                .query(Long.class)
                .single();
    }

    /** Lets nobody else publish in that series until the transaction ends. */
    void lock(CrlSeries series) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:series, 0))")
                .param(
                        "series",
                        "crl %s %d %s".formatted(series.authority(), series.shard(), series.kind()))
                .query(row -> {});
    }

    void insert(PublishedCrl crl) {
        jdbc.sql(
                        """
                        INSERT INTO crl
                            (authority, number, shard, base, this_update, next_update, revocations, entries, length)
                        VALUES (:authority, :number, :shard, :base, :thisUpdate, :nextUpdate, :changes, :entries, :length)
                        """)
                .param("authority", crl.series().authority().value())
                .param("number", crl.number())
                .param("shard", crl.series().shard())
                .param("base", crl.base())
                .param("thisUpdate", time(crl.thisUpdate()))
                .param("nextUpdate", time(crl.nextUpdate()))
                .param("changes", crl.changes())
                .param("entries", crl.entries())
                .param("length", crl.length())
                .update();
    }

    /** What is written there becomes the octets of the list; what was not closed is not. */
    CrlPartsOutput writing(PublishedCrl crl) {
        return new CrlPartsOutput(jdbc, crl);
    }

    /** The octets of a list, one part of it in memory at a time. */
    InputStream reading(PublishedCrl crl) {
        return new CrlPartsInput(jdbc, crl);
    }

    /** Those whose octets are there and that another of their kind has followed, the one that ended first at the head. */
    List<Numbered> toClear(Instant endedBefore) {
        return jdbc.sql(
                        """
                        SELECT c.authority, c.number FROM crl c
                        WHERE c.next_update < :endedBefore AND c.next_update < now()
                            AND EXISTS (SELECT 1 FROM crl_part p
                                        WHERE p.authority = c.authority AND p.number = c.number)
                            AND EXISTS (SELECT 1 FROM crl f
                                        WHERE f.authority = c.authority AND f.shard = c.shard
                                            AND (f.base IS NULL) = (c.base IS NULL) AND f.number > c.number)
                        ORDER BY c.next_update, c.authority, c.number
                        """)
                .param("endedBefore", time(endedBefore))
                .query(
                        (row, _) ->
                                new Numbered(
                                        new AuthorityCode(row.getString("authority")),
                                        row.getLong("number")))
                .list();
    }

    /** Removes the octets of a list, and answers whether there were any. */
    boolean clear(Numbered list) {
        return jdbc.sql("DELETE FROM crl_part WHERE authority = :authority AND number = :number")
                        .param("authority", list.authority().value())
                        .param("number", list.number())
                        .update()
                > 0;
    }

    private static PublishedCrl read(ResultSet row, CrlSeries series) throws SQLException {
        return new PublishedCrl(
                series,
                row.getLong("number"),
                row.getObject("base", Long.class),
                row.getObject("this_update", OffsetDateTime.class).toInstant(),
                row.getObject("next_update", OffsetDateTime.class).toInstant(),
                row.getLong("revocations"),
                row.getLong("entries"),
                row.getLong("length"));
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
