package org.yinxin.authority.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.authority.RevocationReason;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.crl.CrlEntry;

/**
 * The table of statuses. Each change moves the authority's counter of revocations in the same transaction; the row
 * lock on that counter puts revocations and CRLs in one order.
 */
public final class CertificateStatuses {

    private final JdbcClient jdbc;

    public CertificateStatuses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public CertificateStatus find(AuthorityCode authority, SerialNumber serial) {
        return find(authority, serial, "");
    }

    /** The same, and nobody else changes it until the transaction ends. */
    public CertificateStatus lock(AuthorityCode authority, SerialNumber serial) {
        return find(authority, serial, " FOR UPDATE");
    }

    private CertificateStatus find(AuthorityCode authority, SerialNumber serial, String suffix) {
        return jdbc.sql(
                        """
                        SELECT state, revoked_at, reason FROM certificate_status
                        WHERE authority = :authority AND serial = :serial
                        """
                                + suffix)
                .param("authority", authority.value())
                .param("serial", serial.octets())
                .query(CertificateStatuses::status)
                .optional()
                .orElseGet(CertificateStatus.Unknown::new);
    }

    /** Turns a good serial into a revoked one. */
    public void revoke(
            AuthorityCode authority, SerialNumber serial, RevocationReason reason, Instant at) {
        int rows =
                jdbc.sql(
                                """
                                UPDATE certificate_status
                                SET state = 'REVOKED', revoked_at = :at, reason = :reason
                                WHERE authority = :authority AND serial = :serial AND state = 'GOOD'
                                """)
                        .param("authority", authority.value())
                        .param("serial", serial.octets())
                        .param("at", time(at))
                        .param("reason", reason.code())
                        .update();
        if (rows != 1) {
            throw new IllegalStateException("only what is good can be revoked");
        }
        countRevocation(authority);
    }

    /** Enters a serial that never got a certificate as revoked from the start. */
    public void insertRevoked(AuthorityCode authority, SerialNumber serial, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO certificate_status (authority, serial, state, revoked_at, reason)
                        VALUES (:authority, :serial, 'REVOKED', :at, :reason)
                        """)
                .param("authority", authority.value())
                .param("serial", serial.octets())
                .param("at", time(at))
                .param("reason", RevocationReason.UNSPECIFIED.code())
                .update();
        countRevocation(authority);
    }

    /** Everything that is revoked, by serial. */
    public List<CrlEntry> revoked(AuthorityCode authority) {
        return jdbc.sql(
                        """
                        SELECT serial, revoked_at, reason FROM certificate_status
                        WHERE authority = :authority AND state = 'REVOKED' ORDER BY serial
                        """)
                .param("authority", authority.value())
                .query(
                        (row, number) ->
                                new CrlEntry(
                                        SerialNumber.ofOctets(row.getBytes("serial")),
                                        row.getObject("revoked_at", OffsetDateTime.class)
                                                .toInstant(),
                                        row.getInt("reason")))
                .list();
    }

    private void countRevocation(AuthorityCode authority) {
        jdbc.sql(
                        """
                        UPDATE certification_authority SET revocations = revocations + 1
                        WHERE code = :code
                        """)
                .param("code", authority.value())
                .update();
    }

    private static CertificateStatus status(ResultSet row, int number) throws SQLException {
        String state = row.getString("state");
        return switch (state) {
            case "GOOD" -> new CertificateStatus.Good();
            case "REVOKED" ->
                    new CertificateStatus.Revoked(
                            row.getObject("revoked_at", OffsetDateTime.class).toInstant(),
                            RevocationReason.ofCode(row.getInt("reason")));
            default -> throw new IllegalStateException("a status " + state);
        };
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
