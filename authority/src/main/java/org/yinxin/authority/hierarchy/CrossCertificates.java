package org.yinxin.authority.hierarchy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.der.MalformedDerException;

/** The table of cross certificates. Their octets are where all certificates are. */
public final class CrossCertificates {

    private static final String ALL =
            """
            SELECT x.subject, x.issuer, c.encoded FROM cross_certificate x
            JOIN certificate c ON c.authority = x.issuer AND c.serial = x.serial
            """;

    private final JdbcClient jdbc;

    public CrossCertificates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<CrossCertificate> find(AuthorityCode subject, AuthorityCode issuer) {
        return jdbc.sql(ALL + "WHERE x.subject = :subject AND x.issuer = :issuer")
                .param("subject", subject.value())
                .param("issuer", issuer.value())
                .query(CrossCertificates::read)
                .optional();
    }

    /** All that were made of an authority's key. */
    public List<CrossCertificate> of(AuthorityCode subject) {
        return jdbc.sql(ALL + "WHERE x.subject = :subject ORDER BY x.issuer")
                .param("subject", subject.value())
                .query(CrossCertificates::read)
                .list();
    }

    /** All by which one key of an authority answers for another: new-with-old and old-with-new (RFC 4210, 4.4). */
    public List<CrossCertificate> around(AuthorityCode authority) {
        return jdbc.sql(
                        ALL
                                + "WHERE x.subject = :code OR x.issuer = :code ORDER BY x.subject, x.issuer")
                .param("code", authority.value())
                .query(CrossCertificates::read)
                .list();
    }

    /** Whether this very certificate is one of them. */
    public boolean holds(SignedCertificate certificate) {
        return jdbc.sql("SELECT EXISTS (" + ALL + "WHERE c.encoded = :encoded)")
                .param("encoded", certificate.encoded())
                .query(Boolean.class)
                .single();
    }

    /** Writes down what one is, after the certificate itself is stored. */
    public void insert(CrossCertificate cross) {
        jdbc.sql(
                        """
                        INSERT INTO cross_certificate (subject, issuer, serial)
                        VALUES (:subject, :issuer, :serial)
                        """)
                .param("subject", cross.subject().value())
                .param("issuer", cross.issuer().value())
                .param("serial", cross.certificate().tbs().serial().octets())
                .update();
    }

    private static CrossCertificate read(ResultSet row, int number) throws SQLException {
        try {
            return new CrossCertificate(
                    new AuthorityCode(row.getString("subject")),
                    new AuthorityCode(row.getString("issuer")),
                    SignedCertificate.parse(row.getBytes("encoded")));
        } catch (MalformedDerException e) {
            throw new IllegalStateException("a stored cross certificate is damaged", e);
        }
    }
}
