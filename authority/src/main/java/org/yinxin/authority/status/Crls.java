package org.yinxin.authority.status;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.authority.AuthorityCode;

/** The table of CRLs, and the counters from which their numbers come. */
public final class Crls {

    /** A number that no other CRL of the authority has or will have. */
    record Draw(long number, long revocations) {}

    private final JdbcClient jdbc;

    public Crls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one with the highest number. */
    Optional<PublishedCrl> latest(AuthorityCode authority) {
        return jdbc.sql(
                        """
                        SELECT number, this_update, next_update, revocations, encoded FROM crl
                        WHERE authority = :authority ORDER BY number DESC LIMIT 1
                        """)
                .param("authority", authority.value())
                .query(Crls::read)
                .optional();
    }

    /** How often a serial of the authority became revoked. */
    long revocations(AuthorityCode authority) {
        return jdbc.sql("SELECT revocations FROM certification_authority WHERE code = :code")
                .param("code", authority.value())
                .query(Long.class)
                .single();
    }

    /**
     * Draws the next number and holds the authority's counters until the transaction ends: what is read afterwards in the
     * same transaction contains every revocation that a lower number contains.
     */
    Draw draw(AuthorityCode authority) {
        return jdbc.sql(
                        """
                        UPDATE certification_authority SET last_crl_number = last_crl_number + 1
                        WHERE code = :code RETURNING last_crl_number, revocations
                        """)
                .param("code", authority.value())
                .query(
                        (row, number) ->
                                new Draw(
                                        row.getLong("last_crl_number"), row.getLong("revocations")))
                .single();
    }

    void insert(AuthorityCode authority, PublishedCrl crl) {
        jdbc.sql(
                        """
                        INSERT INTO crl
                            (authority, number, this_update, next_update, revocations, encoded)
                        VALUES (:authority, :number, :thisUpdate, :nextUpdate, :revocations, :encoded)
                        """)
                .param("authority", authority.value())
                .param("number", crl.number())
                .param("thisUpdate", time(crl.thisUpdate()))
                .param("nextUpdate", time(crl.nextUpdate()))
                .param("revocations", crl.revocations())
                .param("encoded", crl.encoded())
                .update();
    }

    private static PublishedCrl read(ResultSet row, int number) throws SQLException {
        return new PublishedCrl(
                row.getLong("number"),
                row.getObject("this_update", OffsetDateTime.class).toInstant(),
                row.getObject("next_update", OffsetDateTime.class).toInstant(),
                row.getLong("revocations"),
                row.getBytes("encoded"));
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
