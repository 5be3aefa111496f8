package org.yinxin.authority.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.authority.AuthorityCode;

/**
 * What revocation lists say, read in a stream: call it in a transaction, outside of which the driver holds all rows in
 * memory.
 */
public final class ListedSerials {

    private static final int ROWS_AT_ONCE = 5_000;

    /** Takes one serial after the other. */
    @FunctionalInterface
    public interface Sink {

        /**
         * One serial.
         *
         * @param serial the magnitude, without a sign octet
         * @param at since when, in seconds since 1970
         * @param reason the number of the CRLReason
         */
        void add(byte[] serial, long at, int reason) throws IOException;
    }

    private final JdbcClient jdbc;

    public ListedSerials(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Everything that is revoked or on hold, by serial.
     *
     * @param shard 0 for all of the authority, whatever their shard
     */
    public void revoked(AuthorityCode authority, int shard, Sink sink) {
        jdbc.sql(
                        """
                        SELECT serial, extract(epoch FROM revoked_at)::bigint AS at, reason
                        FROM certificate_status
                        WHERE authority = :authority AND state <> 'GOOD' %s ORDER BY serial
                        """
                                .formatted(within(shard)))
                .withFetchSize(ROWS_AT_ONCE)
                .param("authority", authority.value())
                .param("shard", shard)
                .query(giving(sink));
    }

    /**
     * Whatever changed after a change of that number, by serial. What is good now was on hold.
     *
     * @param shard 0 for all of the authority, whatever their shard
     * @param resumedAt the time given for what is good now
     * @param resumed the reason given for it
     */
    public void changed(
            AuthorityCode authority,
            int shard,
            long change,
            Instant resumedAt,
            int resumed,
            Sink sink) {
        jdbc.sql(
                        """
                        SELECT serial, coalesce(extract(epoch FROM revoked_at)::bigint, :at) AS at,
                               coalesce(reason, :resumed) AS reason
                        FROM certificate_status
                        WHERE authority = :authority AND change > :change %s ORDER BY serial
                        """
                                .formatted(within(shard)))
                .withFetchSize(ROWS_AT_ONCE)
                .param("authority", authority.value())
                .param("shard", shard)
                .param("change", change)
                .param("at", resumedAt.getEpochSecond())
                .param("resumed", resumed)
                .query(giving(sink));
    }

    /** Whether anything in a shard changed after a change of that number. */
    public boolean hasChanged(AuthorityCode authority, int shard, long change) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM certificate_status
                        WHERE authority = :authority AND change > :change %s)
                        """
                                .formatted(within(shard)))
                .param("authority", authority.value())
                .param("shard", shard)
                .param("change", change)
                .query(Boolean.class)
                .single();
    }

    // The first half is what tells the planner of the index that shards have.
    private static String within(int shard) {
        return shard == 0 ? "" : "AND shard > 0 AND shard = :shard";
    }

    private static RowCallbackHandler giving(Sink sink) {
        return row -> {
            try {
                sink.add(row.getBytes(1), row.getLong(2), row.getInt(3));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
