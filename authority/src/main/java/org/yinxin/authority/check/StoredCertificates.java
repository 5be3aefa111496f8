package org.yinxin.authority.check;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.CertificateOrderId;
import org.yinxin.authority.OrderId;
import org.yinxin.authority.PairOrderId;
import org.yinxin.authority.profile.CertificateUse;

/** Reads what is stored, row by row, so that a year's certificates need no more memory than a day's. */
final class StoredCertificates {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;

    StoredCertificates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Hands out those that were stored from one moment until before another; inside a transaction. */
    void forEach(Instant from, Instant until, Consumer<StoredCertificate> each) {
        jdbc.sql(
                        """
                        SELECT c.authority, c.serial, c.encoded, c.stored_at, n.use, n.tbs,
                               EXISTS (SELECT 1 FROM certificate_status s
                                        WHERE s.authority = c.authority AND s.serial = c.serial) AS has_status,
                               i.order_id, o.kind, i.state, i.profile, i.created_at, m.tbs AS twin,
                               EXISTS (SELECT 1 FROM certificate t
                                        WHERE t.authority = m.authority AND t.serial = m.serial) AS twin_stored,
                               EXISTS (SELECT 1 FROM journal j
                                        WHERE j.subject = w.word || '-order:' || i.order_id AND j.action = w.word || '.issued'
                                          AND j.details ->> lower(n.use) = encode(c.serial, 'hex')) AS in_journal,
                               EXISTS (SELECT 1 FROM machine_certificate k WHERE k.order_id = i.order_id) AS of_machine
                          FROM certificate c
                          JOIN intended_certificate n ON n.authority = c.authority AND n.serial = c.serial
                          LEFT JOIN issuance_intent i ON i.id = n.intent
                          LEFT JOIN pair_order o ON o.id = i.order_id
                          LEFT JOIN (VALUES ('PAIR', 'pair'), ('SINGLE', 'certificate')) w (kind, word) ON w.kind = o.kind
                          LEFT JOIN intended_certificate m ON m.intent = i.id AND m.use <> n.use
                         WHERE c.stored_at >= :from AND c.stored_at < :until
                         ORDER BY c.stored_at, c.authority, c.serial
                        """)
                .withFetchSize(AT_ONCE)
                .param("from", time(from))
                .param("until", time(until))
                .query((ResultSet row) -> each.accept(read(row)));
    }

    private static StoredCertificate read(ResultSet row) throws SQLException {
        UUID order = row.getObject("order_id", UUID.class);
        return new StoredCertificate(
                new AuthorityCode(row.getString("authority")),
                row.getBytes("serial"),
                row.getBytes("encoded"),
                row.getObject("stored_at", OffsetDateTime.class).toInstant(),
                CertificateUse.valueOf(row.getString("use")),
                row.getBytes("tbs"),
                row.getBoolean("has_status"),
                order == null ? null : attempt(id(row.getString("kind"), order), row));
    }

    private static OrderId id(String kind, UUID order) {
        return kind.equals("PAIR") ? new PairOrderId(order) : new CertificateOrderId(order);
    }

    private static StoredCertificate.Attempt attempt(OrderId order, ResultSet row)
            throws SQLException {
        return new StoredCertificate.Attempt(
                order,
                row.getString("state"),
                row.getString("profile"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getBytes("twin"),
                row.getBoolean("twin_stored"),
                row.getBoolean("in_journal"),
                row.getBoolean("of_machine"));
    }

    /** The orders that count as issued in a time, and of which a certificate is not there. */
    void forEachMissing(Instant from, Instant until, Consumer<Objection> each) {
        jdbc.sql(
                        """
                        SELECT n.authority, n.serial FROM issuance_intent i
                          JOIN intended_certificate n ON n.intent = i.id
                          LEFT JOIN certificate c ON c.authority = n.authority AND c.serial = n.serial
                         WHERE i.state = 'ISSUED' AND i.closed_at >= :from AND i.closed_at < :until
                           AND c.serial IS NULL
                         ORDER BY i.closed_at, n.authority, n.serial
                        """)
                .param("from", time(from))
                .param("until", time(until))
                .query(
                        (ResultSet row) ->
                                each.accept(
                                        new Objection(
                                                new AuthorityCode(row.getString("authority")),
                                                HexFormat.of().formatHex(row.getBytes("serial")),
                                                "was issued, and is not there")));
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
