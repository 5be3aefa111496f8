package org.yinxin.authority.timestamp;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.timestamp.StampQuestion;

/** The table of stamps and the clock that numbers them. */
public final class StampRecords {

    /**
     * Units of two generations have the same name, under which no number may be given twice (RFC 3161, 2.4.2). Stamps of the older
     * one that are under way while the newer one begins stay below its numbers.
     */
    private static final long GENERATION_GAP = 1_000_000;

    private final JdbcClient jdbc;

    public StampRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Records a stamp and answers its number; both are durable when this returns, and only then is it signed. A number
     * whose signing fails is spent.
     *
     * @param tolerance how far a time may be behind the last one, as the clocks of several nodes are apart
     * @return empty, with nothing recorded, when the time is further behind the last stamp
     */
    Optional<BigInteger> record(
            AuthorityCode authority,
            SerialNumber unit,
            StampQuestion question,
            ASN1ObjectIdentifier policy,
            Instant at,
            Duration tolerance) {
        return jdbc.sql(
                        """
                        WITH drawn AS (
                            INSERT INTO time_stamp_clock AS clock (authority, last_serial, last_at)
                            VALUES (:authority, 1 + (
                                SELECT coalesce(max(older.last_serial) + :gap, 0)
                                FROM certification_authority AS self
                                JOIN certification_authority AS former
                                    ON former.line = self.line AND former.generation < self.generation
                                JOIN time_stamp_clock AS older ON older.authority = former.code
                                WHERE self.code = :authority), :at)
                            ON CONFLICT (authority) DO UPDATE
                                SET last_serial = clock.last_serial + 1,
                                    last_at = greatest(clock.last_at, :at)
                                WHERE clock.last_at <= :latest
                            RETURNING last_serial)
                        INSERT INTO time_stamp
                            (authority, serial, unit, policy, imprint_algorithm, imprint, stamped_at)
                        SELECT :authority, last_serial, :unit, :policy, :algorithm, :imprint, :at
                        FROM drawn
                        RETURNING serial
                        """)
                .param("authority", authority.value())
                .param("gap", GENERATION_GAP)
                .param("unit", unit.octets())
                .param("policy", policy.getId())
                .param("algorithm", question.imprintAlgorithm().getId())
                .param("imprint", question.imprint())
                .param("at", time(at))
                .param("latest", time(at.plus(tolerance)))
                .query(Long.class)
                .optional()
                .map(BigInteger::valueOf);
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
