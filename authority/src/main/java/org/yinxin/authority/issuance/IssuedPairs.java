package org.yinxin.authority.issuance;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.IssuedPair;
import org.yinxin.authority.PairOrderId;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.profile.CertificateUse;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.certificate.SignedCertificate;

/** Reads the pairs that were issued. */
public final class IssuedPairs {

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Row(
            CertificateUse use, AuthorityCode authority, SerialNumber serial, byte[] encoded) {}

    private final JdbcClient jdbc;
    private final CertificationAuthorities authorities;

    public IssuedPairs(JdbcClient jdbc, CertificationAuthorities authorities) {
        this.jdbc = jdbc;
        this.authorities = authorities;
    }

    public Optional<IssuedPair> find(PairOrderId order) {
        List<Row> rows =
                jdbc.sql(
                                """
                                SELECT n.use, n.authority, n.serial, c.encoded
                                FROM issuance_intent i
                                JOIN pair_order o ON o.id = i.order_id AND o.kind = 'PAIR'
                                JOIN intended_certificate n ON n.intent = i.id
                                JOIN certificate c
                                    ON c.authority = n.authority AND c.serial = n.serial
                                WHERE i.order_id = :order AND i.state = 'ISSUED'
                                """)
                        .param("order", order.value())
                        .query(
                                (row, number) ->
                                        new Row(
                                                CertificateUse.valueOf(row.getString("use")),
                                                new AuthorityCode(row.getString("authority")),
                                                SerialNumber.ofOctets(row.getBytes("serial")),
                                                row.getBytes("encoded")))
                        .list();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Row signing = of(rows, CertificateUse.SIGNING);
        Row encryption = of(rows, CertificateUse.ENCRYPTION);
        return Optional.of(
                new IssuedPair(
                        order,
                        signing.authority(),
                        signing.serial(),
                        signing.encoded(),
                        encryption.serial(),
                        encryption.encoded(),
                        authorities.chain(authorities.find(signing.authority()).orElseThrow())));
    }

    /** A pair that was stored right now. */
    IssuedPair of(
            PairOrderId order,
            CertificationAuthority authority,
            Map<CertificateUse, SignedCertificate> stored) {
        SignedCertificate signing = Objects.requireNonNull(stored.get(CertificateUse.SIGNING));
        SignedCertificate encryption =
                Objects.requireNonNull(stored.get(CertificateUse.ENCRYPTION));
        return new IssuedPair(
                order,
                authority.code(),
                signing.tbs().serial(),
                signing.encoded(),
                encryption.tbs().serial(),
                encryption.encoded(),
                authorities.chain(authority));
    }

    private static Row of(List<Row> rows, CertificateUse use) {
        return rows.stream()
                .filter(row -> row.use() == use)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("half a pair is stored"));
    }
}
