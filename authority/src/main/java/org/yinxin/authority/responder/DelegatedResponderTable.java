package org.yinxin.authority.responder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.key.KeyHandle;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.der.MalformedDerException;

/** The table of delegated responders. */
public final class DelegatedResponderTable {

    private final JdbcClient jdbc;

    public DelegatedResponderTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of an authority whose certificates are valid at a time, the one that lasts longest first. */
    List<DelegatedResponder> valid(AuthorityCode authority, Instant at) {
        return jdbc.sql(
                        """
                        SELECT authority, certificate, key_handle FROM ocsp_responder
                        WHERE authority = :authority AND not_before <= :at AND not_after > :at
                        ORDER BY not_after DESC, serial
                        """)
                .param("authority", authority.value())
                .param("at", time(at))
                .query(DelegatedResponderTable::read)
                .list();
    }

    /** Whether this very certificate is the one of a responder on record. */
    public boolean holds(SignedCertificate certificate) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM ocsp_responder WHERE certificate = :encoded)")
                .param("encoded", certificate.encoded())
                .query(Boolean.class)
                .single();
    }

    void insert(DelegatedResponder responder) {
        SignedCertificate certificate = responder.certificate();
        jdbc.sql(
                        """
                        INSERT INTO ocsp_responder
                            (authority, serial, certificate, key_handle, not_before, not_after)
                        VALUES (:authority, :serial, :certificate, :key, :notBefore, :notAfter)
                        """)
                .param("authority", responder.authority().value())
                .param("serial", certificate.tbs().serial().octets())
                .param("certificate", certificate.encoded())
                .param("key", responder.key().value())
                .param("notBefore", time(certificate.tbs().notBefore()))
                .param("notAfter", time(certificate.tbs().notAfter()))
                .update();
    }

    private static DelegatedResponder read(ResultSet row, int number) throws SQLException {
        try {
            return new DelegatedResponder(
                    new AuthorityCode(row.getString("authority")),
                    SignedCertificate.parse(row.getBytes("certificate")),
                    new KeyHandle(row.getString("key_handle")));
        } catch (MalformedDerException e) {
            throw new IllegalStateException("the stored certificate of a responder is damaged", e);
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
