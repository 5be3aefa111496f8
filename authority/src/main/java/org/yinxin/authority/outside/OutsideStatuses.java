package org.yinxin.authority.outside;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.authority.RevocationReason;
import org.yinxin.pki.certificate.SerialNumber;

/** The table of statuses: what outside authorities have granted. */
final class OutsideStatuses {

    /** The number of certificateHold (RFC 5280, 5.3.1). */
    static final int HOLD = 6;

    /** The number of removeFromCRL (RFC 5280, 5.3.1). */
    static final int REMOVE = 8;

    private final JdbcClient jdbc;

    OutsideStatuses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insertGood(AuthorityCode authority, SerialNumber serial) {
        jdbc.sql(
                        """
                        INSERT INTO outside_status (authority, serial, state)
                        VALUES (:authority, :serial, 'GOOD')
                        """)
                .param("authority", authority.value())
                .param("serial", serial.octets())
                .update();
    }

    /** Enters one that nobody got. */
    void insertRevoked(AuthorityCode authority, SerialNumber serial, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO outside_status (authority, serial, state, revoked_at, reason)
                        VALUES (:authority, :serial, 'REVOKED', :at, :reason)
                        """)
                .param("authority", authority.value())
                .param("serial", serial.octets())
                .param("at", Times.of(at))
                .param("reason", RevocationReason.CESSATION_OF_OPERATION.code())
                .update();
    }

    CertificateStatus find(AuthorityCode authority, SerialNumber serial) {
        return find(authority, List.of(serial))
                .getOrDefault(serial, new CertificateStatus.Unknown());
    }

    Map<SerialNumber, CertificateStatus> find(
            AuthorityCode authority, Collection<SerialNumber> serials) {
        Map<SerialNumber, CertificateStatus> found = new HashMap<>();
        serials.forEach(serial -> found.put(serial, new CertificateStatus.Unknown()));
        jdbc.sql(
                        """
                        SELECT serial, state, revoked_at, reason FROM outside_status
                        WHERE authority = :authority AND serial = ANY (:serials)
                        """)
                .param("authority", authority.value())
                .param("serials", serials.stream().map(SerialNumber::octets).toArray(byte[][]::new))
                .query(
                        row -> {
                            found.put(SerialNumber.ofOctets(row.getBytes("serial")), status(row));
                        });
        return found;
    }

    void revoke(AuthorityCode authority, SerialNumber serial, RevocationReason reason, Instant at) {
        change(authority, serial, "REVOKED", at, reason.code());
    }

    void hold(AuthorityCode authority, SerialNumber serial, Instant at) {
        change(authority, serial, "HELD", at, HOLD);
    }

    void resume(AuthorityCode authority, SerialNumber serial) {
        change(authority, serial, "GOOD", null, null);
    }

    private void change(
            AuthorityCode authority,
            SerialNumber serial,
            String to,
            @Nullable Instant at,
            @Nullable Integer reason) {
        int rows =
                jdbc.sql(
                                """
                                UPDATE outside_status SET state = :to, revoked_at = :at, reason = :reason
                                WHERE authority = :authority AND serial = :serial AND state <> 'REVOKED'
                                """)
                        .param("authority", authority.value())
                        .param("serial", serial.octets())
                        .param("to", to)
                        .param("at", Times.orNull(at))
                        .param("reason", reason)
                        .update();
        if (rows != 1) {
            throw new IllegalStateException(
                    "the serial "
                            + serial
                            + " of "
                            + authority
                            + " is revoked or was never issued");
        }
    }

    private static CertificateStatus status(ResultSet row) throws SQLException {
        String state = row.getString("state");
        return switch (state) {
            case "GOOD" -> new CertificateStatus.Good();
            case "HELD" -> new CertificateStatus.Held(Times.of(row, "revoked_at"));
            case "REVOKED" ->
                    new CertificateStatus.Revoked(
                            Times.of(row, "revoked_at"),
                            RevocationReason.ofCode(row.getInt("reason")));
            default -> throw new IllegalStateException("a status " + state);
        };
    }
}
