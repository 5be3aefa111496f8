package org.yinxin.authority.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.authority.PairOrderId;
import org.yinxin.authority.RevocationReason;
import org.yinxin.pki.certificate.SerialNumber;

/**
 * The table of statuses. Each change, a resumption too, moves the authority's counter of revocations in the same
 * transaction; the row lock on that counter puts changes and CRLs in one order.
 */
public final class CertificateStatuses {

    /** The number of certificateHold in the CRLReason extension (RFC 5280, 5.3.1). */
    public static final int HOLD = 6;

    /** A serial of a pair that was issued. */
    public record IssuedSerial(AuthorityCode authority, SerialNumber serial) {}

    private final JdbcClient jdbc;

    public CertificateStatuses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public CertificateStatus find(AuthorityCode authority, SerialNumber serial) {
        return find(authority, serial, "");
    }

    /** Of many at once. */
    public Map<SerialNumber, CertificateStatus> find(
            AuthorityCode authority, Collection<SerialNumber> serials) {
        Map<SerialNumber, CertificateStatus> found = new HashMap<>();
        serials.forEach(serial -> found.put(serial, new CertificateStatus.Unknown()));
        jdbc.sql(
                        """
                        SELECT serial, state, revoked_at, reason FROM certificate_status
                        WHERE authority = :authority AND serial = ANY (:serials)
                        """)
                .param("authority", authority.value())
                .param("serials", serials.stream().map(SerialNumber::octets).toArray(byte[][]::new))
                .query(
                        row -> {
                            found.put(
                                    SerialNumber.ofOctets(row.getBytes("serial")), status(row, 0));
                        });
        return found;
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

    /** The serials of the pair that was issued for an order, in one order for everybody; none if there is no pair. */
    public List<IssuedSerial> halves(PairOrderId pair) {
        return jdbc.sql(
                        """
                        SELECT intended.authority, intended.serial FROM intended_certificate AS intended
                        JOIN issuance_intent AS intent ON intent.id = intended.intent
                        WHERE intent.order_id = :pair AND intent.state = 'ISSUED'
                        ORDER BY intended.serial
                        """)
                .param("pair", pair.value())
                .query(
                        (row, number) ->
                                new IssuedSerial(
                                        new AuthorityCode(row.getString("authority")),
                                        SerialNumber.ofOctets(row.getBytes("serial"))))
                .list();
    }

    /** Turns a good serial, or one on hold, into a revoked one. */
    public void revoke(
            AuthorityCode authority, SerialNumber serial, RevocationReason reason, Instant at) {
        change(authority, serial, "state IN ('GOOD', 'HELD')", "REVOKED", at, reason.code());
    }

    /** Puts a good serial on hold. */
    public void hold(AuthorityCode authority, SerialNumber serial, Instant at) {
        change(authority, serial, "state = 'GOOD'", "HELD", at, HOLD);
    }

    /** Takes a serial off hold. */
    public void resume(AuthorityCode authority, SerialNumber serial) {
        change(authority, serial, "state = 'HELD'", "GOOD", null, null);
    }

    private void change(
            AuthorityCode authority,
            SerialNumber serial,
            String from,
            String to,
            @Nullable Instant at,
            @Nullable Integer reason) {
        long change = count(authority);
        int rows =
                jdbc.sql(
                                """
                                UPDATE certificate_status
                                SET state = :to, revoked_at = :at, reason = :reason, change = :change
                                WHERE authority = :authority AND serial = :serial AND\s"""
                                        + from)
                        .param("authority", authority.value())
                        .param("serial", serial.octets())
                        .param("to", to)
                        .param("at", at == null ? null : time(at))
                        .param("reason", reason)
                        .param("change", change)
                        .update();
        if (rows != 1) {
            throw new IllegalStateException("no serial of " + authority + " whose " + from);
        }
    }

    /** Enters a serial that never got a certificate as revoked from the start. */
    public void insertRevoked(AuthorityCode authority, SerialNumber serial, Instant at) {
        long change = count(authority);
        jdbc.sql(
                        """
                        INSERT INTO certificate_status
                            (authority, serial, state, revoked_at, reason, change, shard)
                        SELECT authority, serial, 'REVOKED', :at, :reason, :change, shard
                        FROM intended_certificate WHERE authority = :authority AND serial = :serial
                        """)
                .param("authority", authority.value())
                .param("serial", serial.octets())
                .param("at", time(at))
                .param("reason", RevocationReason.UNSPECIFIED.code())
                .param("change", change)
                .update();
    }

    // The row of the counter stays locked until the transaction ends: whoever reads it afterwards
    // sees this change, and
    // all with lower numbers.
    private long count(AuthorityCode authority) {
        return jdbc.sql(
                        """
                        UPDATE certification_authority SET revocations = revocations + 1
                        WHERE code = :code RETURNING revocations
                        """)
                .param("code", authority.value())
                .query(Long.class)
                .single();
    }

    /** The serials whose status changed after a change of that number. */
    public List<SerialNumber> changedAfter(AuthorityCode authority, long change) {
        return jdbc.sql(
                        """
                        SELECT serial FROM certificate_status
                        WHERE authority = :authority AND change > :change
                        """)
                .param("authority", authority.value())
                .param("change", change)
                .query((row, _) -> SerialNumber.ofOctets(row.getBytes("serial")))
                .list();
    }

    /** How many changes of statuses each authority has seen. */
    public Map<AuthorityCode, Long> changes() {
        Map<AuthorityCode, Long> changes = new HashMap<>();
        jdbc.sql("SELECT code, revocations FROM certification_authority")
                .query(
                        row -> {
                            changes.put(
                                    new AuthorityCode(row.getString("code")),
                                    row.getLong("revocations"));
                        });
        return changes;
    }

    private static CertificateStatus status(ResultSet row, int number) throws SQLException {
        String state = row.getString("state");
        return switch (state) {
            case "GOOD" -> new CertificateStatus.Good();
            case "REVOKED" ->
                    new CertificateStatus.Revoked(
                            row.getObject("revoked_at", OffsetDateTime.class).toInstant(),
                            RevocationReason.ofCode(row.getInt("reason")));
            case "HELD" ->
                    new CertificateStatus.Held(
                            row.getObject("revoked_at", OffsetDateTime.class).toInstant());
            default -> throw new IllegalStateException("a status " + state);
        };
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
