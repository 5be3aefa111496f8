package org.yinxin.authority.outside;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.pki.certificate.SerialNumber;

/** The table of certificates that nobody got and that are to be revoked. */
final class UnwantedCertificates {

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /** One of them, claimed by this caller for a while. */
    record Due(AuthorityCode authority, SerialNumber serial, String because, int tries) {}

    private final JdbcClient jdbc;

    UnwantedCertificates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Enters one, if it is not there. */
    void insert(AuthorityCode authority, SerialNumber serial, String because, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO outside_unwanted (authority, serial, because, since, next_try)
                        VALUES (:authority, :serial, :because, :now, :now)
                        ON CONFLICT (authority, serial) DO NOTHING
                        """)
                .param("authority", authority.value())
                .param("serial", serial.octets())
                .param("because", because)
                .param("now", Times.of(now))
                .update();
    }

    /** Takes the next one that is due; it is due again after a wait that doubles with each try, up to an hour. */
    Optional<Due> take(Instant now) {
        return jdbc.sql(
                        """
                        UPDATE outside_unwanted u
                        SET tries = u.tries + 1,
                            next_try = :now::timestamptz
                                + least(interval '1 minute' * power(2, least(u.tries, 10)), :longest::interval)
                        FROM (SELECT authority, serial FROM outside_unwanted
                              WHERE outcome IS NULL AND next_try <= :now
                              ORDER BY next_try LIMIT 1 FOR UPDATE SKIP LOCKED) due
                        WHERE u.authority = due.authority AND u.serial = due.serial
                        RETURNING u.authority, u.serial, u.because, u.tries
                        """)
                .param("now", Times.of(now))
                .param("longest", LONGEST_WAIT.toString())
                .query(
                        (row, _) ->
                                new Due(
                                        new AuthorityCode(row.getString("authority")),
                                        SerialNumber.ofOctets(row.getBytes("serial")),
                                        row.getString("because"),
                                        row.getInt("tries")))
                .optional();
    }

    /**
     * Ends it.
     *
     * @param outcome REVOKED or DENIED
     */
    void end(AuthorityCode authority, SerialNumber serial, String outcome, Instant now) {
        jdbc.sql(
                        """
                        UPDATE outside_unwanted SET outcome = :outcome, ended_at = :now
                        WHERE authority = :authority AND serial = :serial AND outcome IS NULL
                        """)
                .param("authority", authority.value())
                .param("serial", serial.octets())
                .param("outcome", outcome)
                .param("now", Times.of(now))
                .update();
    }
}
