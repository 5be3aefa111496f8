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
import org.yinxin.pki.timestamp.StampQuestion;

/** The table of stamps and the clock that numbers them. */
public final class StampRecords {

    private final JdbcClient jdbc;

    public StampRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes an authority's clock when its first unit is certified. */
    void begin(AuthorityCode authority) {
        jdbc.sql(
                        """
                        INSERT INTO time_stamp_clock (authority) VALUES (:authority)
                        ON CONFLICT (authority) DO NOTHING
                        """)
                .param("authority", authority.value())
                .update();
    }

    /**
     * Records a stamp and answers its number; both are durable when this returns, and only then is it signed. A number
     * whose signing fails is spent.
     *
     * @param tolerance how far a time may be behind the last one, as the clocks of several nodes are apart
     * @return empty, with nothing recorded, when the time is further behind the last stamp
     */
    Optional<BigInteger> record(
            CertifiedUnit unit,
            StampQuestion question,
            ASN1ObjectIdentifier policy,
            Instant at,
            Duration tolerance) {
        return jdbc.sql(
                        """
                        WITH drawn AS (
                            UPDATE time_stamp_clock
                            SET last_serial = last_serial + 1, last_at = greatest(last_at, :at)
                            WHERE authority = :authority AND (last_at IS NULL OR last_at <= :latest)
                            RETURNING last_serial)
                        INSERT INTO time_stamp
                            (authority, serial, unit, policy, imprint_algorithm, imprint, stamped_at)
                        SELECT :authority, last_serial, :unit, :policy, :algorithm, :imprint, :at
                        FROM drawn
                        RETURNING serial
                        """)
                .param("authority", unit.authority().value())
                .param("unit", unit.certificate().tbs().serial().octets())
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
