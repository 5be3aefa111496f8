package org.yinxin.authority.machine;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.CertificateOrderId;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.der.MalformedDerException;

/** The table that says which machine ordered which certificate. */
public final class MachineCertificates {

    private static final String ISSUED =
            """
            FROM machine_certificate m
            JOIN issuance_intent i ON i.order_id = m.order_id AND i.state = 'ISSUED'
            JOIN intended_certificate n ON n.intent = i.id
            JOIN certificate c ON c.authority = n.authority AND c.serial = n.serial
            JOIN certificate_status s ON s.authority = c.authority AND s.serial = c.serial
            """;

    /** One that was issued. */
    public record Owned(
            CertificateOrderId order, AuthorityCode authority, SignedCertificate certificate) {}

    private final JdbcClient jdbc;

    public MachineCertificates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many the machine has had, with those that are being made, but for one order. */
    int countWithout(MachineName machine, CertificateOrderId order) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM machine_certificate m LEFT JOIN pair_order o ON o.id = m.order_id
                        WHERE m.machine = :machine AND m.order_id <> :order
                            AND o.state IS DISTINCT FROM 'FREE'
                        """)
                .param("machine", machine.value())
                .param("order", order.value())
                .query(Integer.class)
                .single();
    }

    void insert(
            MachineName machine,
            CertificateOrderId order,
            Instant now,
            @Nullable Instant confirmUntil) {
        jdbc.sql(
                        """
                        INSERT INTO machine_certificate (order_id, machine, asked_at, confirm_until)
                        VALUES (:order, :machine, :now, :until) ON CONFLICT (order_id) DO NOTHING
                        """)
                .param("order", order.value())
                .param("machine", machine.value())
                .param("now", time(now))
                .param("until", confirmUntil == null ? null : time(confirmUntil))
                .update();
    }

    /** Forgets an order of which nothing came. */
    void forget(CertificateOrderId order) {
        jdbc.sql(
                        """
                        DELETE FROM machine_certificate m WHERE m.order_id = :order
                            AND NOT EXISTS (SELECT 1 FROM pair_order o
                                            WHERE o.id = m.order_id AND o.state <> 'FREE')
                        """)
                .param("order", order.value())
                .update();
    }

    /** Those of a machine that are valid at a time and neither revoked nor on hold. */
    public List<Owned> live(MachineName machine, Instant at) {
        return jdbc
                .sql(
                        "SELECT m.order_id, c.authority, c.encoded "
                                + ISSUED
                                + "WHERE m.machine = :machine AND s.state = 'GOOD' ORDER BY c.stored_at, c.serial")
                .param("machine", machine.value())
                .query(
                        (row, _) ->
                                new Owned(
                                        new CertificateOrderId(
                                                row.getObject("order_id", UUID.class)),
                                        new AuthorityCode(row.getString("authority")),
                                        parse(row.getBytes("encoded"))))
                .list()
                .stream()
                .filter(
                        owned ->
                                !at.isBefore(owned.certificate().tbs().notBefore())
                                        && !at.isAfter(owned.certificate().tbs().notAfter()))
                .toList();
    }

    private static SignedCertificate parse(byte[] encoded) {
        try {
            return SignedCertificate.parse(encoded);
        } catch (MalformedDerException e) {
            throw new IllegalStateException("the stored certificate of a machine is damaged", e);
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
