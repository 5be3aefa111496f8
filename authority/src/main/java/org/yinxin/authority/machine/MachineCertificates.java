package org.yinxin.authority.machine;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.CertificateOrderId;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.der.MalformedDerException;

/** The table that says which machine ordered which certificate. */
public final class MachineCertificates {

    private static final int MOST_SERIAL_BITS = 159;
    private static final String ISSUED =
            """
            SELECT m.machine, m.order_id, c.authority, c.encoded, s.state = 'GOOD' AS good
            FROM machine_certificate m
            JOIN issuance_intent i ON i.order_id = m.order_id AND i.state = 'ISSUED'
            JOIN intended_certificate n ON n.intent = i.id
            JOIN certificate c ON c.authority = n.authority AND c.serial = n.serial
            JOIN certificate_status s ON s.authority = c.authority AND s.serial = c.serial
            """;

    /**
     * One that was issued.
     *
     * @param authority the generation that signed it
     * @param good whether it is neither revoked nor on hold
     */
    public record Owned(
            MachineName machine,
            CertificateOrderId order,
            AuthorityCode authority,
            SignedCertificate certificate,
            boolean good) {

        public boolean isValid(Instant at) {
            return good
                    && !at.isBefore(certificate.tbs().notBefore())
                    && !at.isAfter(certificate.tbs().notAfter());
        }
    }

    /** What a machine has said to its certificate. */
    enum Settlement {
        /** It need not say anything. */
        NOT_ASKED,
        WAITING,
        CONFIRMED,
        REJECTED
    }

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

    /** Notes an order of a machine, unless it is known. The machine is locked. */
    void insert(Enrolment enrolment, Instant now) {
        jdbc.sql(
                        """
                        WITH noted AS (
                            INSERT INTO machine_certificate (order_id, machine, asked_at, confirm_until)
                            VALUES (:order, :machine, :now, :until) ON CONFLICT (order_id) DO NOTHING
                            RETURNING machine)
                        UPDATE machine SET reserved = reserved + 1 FROM noted WHERE name = noted.machine
                        """)
                .param("order", enrolment.order().value())
                .param("machine", enrolment.machine().name().value())
                .param("now", time(now))
                .param(
                        "until",
                        enrolment.confirmUntil(now).map(MachineCertificates::time).orElse(null))
                .update();
    }

    /**
     * Notes orders of machines that are locked, and answers how many: not those that are known, and not those of a machine that
     * is closed, late, or might come to have more than it may.
     */
    int insertWithinLimits(List<Enrolment> enrolments, Instant now) {
        return jdbc.sql(
                        """
                        WITH asked AS (
                            SELECT order_id, machine, confirm_until
                            FROM unnest(:orders::uuid[], :machines::text[], :untils::timestamptz[])
                                AS given (order_id, machine, confirm_until)),
                        entitled AS (
                            UPDATE machine SET reserved = reserved + wanted.count
                            FROM (SELECT machine, count(*) FROM asked GROUP BY machine) AS wanted
                            WHERE name = wanted.machine AND closed_at IS NULL AND expires_at > :now
                                AND reserved + wanted.count <= most_certificates
                            RETURNING name)
                        INSERT INTO machine_certificate (order_id, machine, asked_at, confirm_until)
                        SELECT asked.order_id, asked.machine, :now, asked.confirm_until
                        FROM asked JOIN entitled ON entitled.name = asked.machine
                        ON CONFLICT (order_id) DO NOTHING
                        """)
                .param("orders", column(enrolments, each -> each.order().value(), UUID[]::new))
                .param(
                        "machines",
                        column(enrolments, each -> each.machine().name().value(), String[]::new))
                .param(
                        "untils",
                        column(
                                enrolments,
                                each -> each.confirmUntil(now).map(Instant::toString).orElse(null),
                                String[]::new))
                .param("now", time(now))
                .update();
    }

    private static <T> T[] column(
            List<Enrolment> rows, Function<Enrolment, @Nullable T> column, IntFunction<T[]> array) {
        return rows.stream().map(column).toArray(array);
    }

    /** Forgets an order of which nothing came. */
    void forget(CertificateOrderId order) {
        jdbc.sql(
                        """
                        WITH forgotten AS (
                            DELETE FROM machine_certificate m WHERE m.order_id = :order
                                AND NOT EXISTS (SELECT 1 FROM pair_order o
                                                WHERE o.id = m.order_id AND o.state <> 'FREE')
                            RETURNING m.machine)
                        UPDATE machine SET reserved = reserved - 1 FROM forgotten WHERE name = forgotten.machine
                        """)
                .param("order", order.value())
                .update();
    }

    /** Those of a machine that are valid at a time and neither revoked nor on hold. */
    public List<Owned> live(MachineName machine, Instant at) {
        return jdbc
                .sql(ISSUED + "WHERE m.machine = :machine ORDER BY c.stored_at, c.serial")
                .param("machine", machine.value())
                .query(MachineCertificates::read)
                .list()
                .stream()
                .filter(owned -> owned.isValid(at))
                .toList();
    }

    /** The one of a serial by whatever generation of a line, if a machine has ordered it. */
    public Optional<Owned> owned(AuthorityCode line, SerialNumber serial) {
        return jdbc.sql(
                        ISSUED
                                + """
                                JOIN certification_authority a ON a.code = c.authority
                                WHERE a.line = :line AND c.serial = :serial
                                """)
                .param("line", line.value())
                .param("serial", serial.octets())
                .query(MachineCertificates::read)
                .optional();
    }

    /** This very one, if a machine has ordered it. */
    public Optional<Owned> owned(AuthorityCode line, SignedCertificate certificate) {
        BigInteger serial = certificate.tbs().structure().getSerialNumber().getValue();
        return serial.signum() <= 0 || serial.bitLength() > MOST_SERIAL_BITS
                ? Optional.empty()
                : owned(line, new SerialNumber(serial))
                        .filter(owned -> owned.certificate().equals(certificate));
    }

    /** How the order stands; nobody else settles it until the transaction ends. */
    Optional<Settlement> lock(CertificateOrderId order) {
        return jdbc.sql(
                        """
                        SELECT CASE WHEN rejected_at IS NOT NULL THEN 'REJECTED'
                                    WHEN confirmed_at IS NOT NULL THEN 'CONFIRMED'
                                    WHEN confirm_until IS NULL THEN 'NOT_ASKED'
                                    ELSE 'WAITING' END AS settlement
                        FROM machine_certificate WHERE order_id = :order FOR UPDATE
                        """)
                .param("order", order.value())
                .query((row, _) -> Settlement.valueOf(row.getString("settlement")))
                .optional();
    }

    void confirmed(CertificateOrderId order, Instant now) {
        jdbc.sql("UPDATE machine_certificate SET confirmed_at = :now WHERE order_id = :order")
                .param("order", order.value())
                .param("now", time(now))
                .update();
    }

    void rejected(CertificateOrderId order, Instant now) {
        jdbc.sql("UPDATE machine_certificate SET rejected_at = :now WHERE order_id = :order")
                .param("order", order.value())
                .param("now", time(now))
                .update();
    }

    /** Locks orders whose time to confirm is over; those that another node holds are passed over. */
    List<CertificateOrderId> lockUnconfirmed(Instant now, int most) {
        return jdbc.sql(
                        """
                        SELECT order_id FROM machine_certificate
                        WHERE confirm_until < :now AND confirmed_at IS NULL AND rejected_at IS NULL
                        ORDER BY confirm_until LIMIT :most FOR UPDATE SKIP LOCKED
                        """)
                .param("now", time(now))
                .param("most", most)
                .query((row, _) -> new CertificateOrderId(row.getObject("order_id", UUID.class)))
                .list();
    }

    private static Owned read(ResultSet row, int number) throws SQLException {
        return new Owned(
                new MachineName(row.getString("machine")),
                new CertificateOrderId(row.getObject("order_id", UUID.class)),
                new AuthorityCode(row.getString("authority")),
                parse(row.getBytes("encoded")),
                row.getBoolean("good"));
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
