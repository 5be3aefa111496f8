package org.yinxin.authority.unit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.key.KeyHandle;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.der.MalformedDerException;

/** The table of units. */
public final class CertifiedUnits {

    private final JdbcClient jdbc;

    public CertifiedUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one of an authority for a task that is valid at a time and lasts longest. */
    Optional<CertifiedUnit> newest(AuthorityCode authority, UnitTask task, Instant at) {
        return jdbc.sql(
                        """
                        SELECT authority, task, certificate, key_handle FROM certified_unit
                        WHERE authority = :authority AND task = :task AND not_before <= :at AND not_after > :at
                        ORDER BY not_after DESC, serial LIMIT 1
                        """)
                .param("authority", authority.value())
                .param("task", task.name())
                .param("at", time(at))
                .query(CertifiedUnits::read)
                .optional();
    }

    /** Whether this very certificate is the one of a unit on record. */
    public boolean holds(SignedCertificate certificate) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM certified_unit WHERE certificate = :encoded)")
                .param("encoded", certificate.encoded())
                .query(Boolean.class)
                .single();
    }

    void insert(CertifiedUnit unit) {
        SignedCertificate certificate = unit.certificate();
        jdbc.sql(
                        """
                        INSERT INTO certified_unit
                            (authority, task, serial, certificate, key_handle, not_before, not_after)
                        VALUES (:authority, :task, :serial, :certificate, :key, :notBefore, :notAfter)
                        """)
                .param("authority", unit.authority().value())
                .param("task", unit.task().name())
                .param("serial", certificate.tbs().serial().octets())
                .param("certificate", certificate.encoded())
                .param("key", unit.key().value())
                .param("notBefore", time(certificate.tbs().notBefore()))
                .param("notAfter", time(certificate.tbs().notAfter()))
                .update();
    }

    private static CertifiedUnit read(ResultSet row, int number) throws SQLException {
        try {
            return new CertifiedUnit(
                    new AuthorityCode(row.getString("authority")),
                    UnitTask.valueOf(row.getString("task")),
                    SignedCertificate.parse(row.getBytes("certificate")),
                    new KeyHandle(row.getString("key_handle")));
        } catch (MalformedDerException e) {
            throw new IllegalStateException("the stored certificate of a unit is damaged", e);
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
