package org.yinxin.authority.issuance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.CertificateOrderId;
import org.yinxin.authority.IssuedCertificate;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.profile.CertificateUse;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.certificate.SignedCertificate;

/** Reads the certificates that were issued alone. */
public final class IssuedCertificates {

    private final JdbcClient jdbc;
    private final CertificationAuthorities authorities;

    public IssuedCertificates(JdbcClient jdbc, CertificationAuthorities authorities) {
        this.jdbc = jdbc;
        this.authorities = authorities;
    }

    public Optional<IssuedCertificate> find(CertificateOrderId order) {
        return jdbc.sql(
                        """
                        SELECT n.authority, n.serial, c.encoded
                        FROM pair_order o
                        JOIN issuance_intent i ON i.order_id = o.id
                        JOIN intended_certificate n ON n.intent = i.id
                        JOIN certificate c ON c.authority = n.authority AND c.serial = n.serial
                        WHERE o.id = :order AND o.kind = 'SINGLE' AND i.state = 'ISSUED'
                        """)
                .param("order", order.value())
                .query((row, _) -> read(order, row))
                .optional();
    }

    /** A certificate that was stored right now. */
    IssuedCertificate of(
            CertificateOrderId order,
            CertificationAuthority authority,
            Map<CertificateUse, SignedCertificate> stored) {
        SignedCertificate certificate = stored.values().iterator().next();
        return new IssuedCertificate(
                order,
                authority.code(),
                certificate.tbs().serial(),
                certificate.encoded(),
                authorities.chain(authority));
    }

    private IssuedCertificate read(CertificateOrderId order, ResultSet row) throws SQLException {
        AuthorityCode authority = new AuthorityCode(row.getString("authority"));
        return new IssuedCertificate(
                order,
                authority,
                SerialNumber.ofOctets(row.getBytes("serial")),
                row.getBytes("encoded"),
                authorities.chain(authorities.find(authority).orElseThrow()));
    }
}
