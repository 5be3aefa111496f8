package org.yinxin.authority.outside;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.IssuedPair;
import org.yinxin.authority.PairOrderId;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.der.MalformedDerException;

/** The tables of certificates that came and of pairs that are whole. */
final class OutsideCertificates {

    /** One of them. */
    record Stored(AuthorityCode authority, SerialNumber serial, SignedCertificate certificate) {}

    private final JdbcClient jdbc;

    OutsideCertificates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Enters one; false when this authority has brought that serial before, which it must not. */
    boolean insert(
            AuthorityCode authority,
            byte[] transaction,
            SignedCertificate certificate,
            List<SignedCertificate> chain,
            Instant now) {
        return jdbc.sql(
                                """
                                INSERT INTO outside_certificate
                                    (authority, serial, transaction, encoded, chain, stored_at)
                                VALUES (:authority, :serial, :transaction, :encoded, :chain, :now)
                                ON CONFLICT (authority, serial) DO NOTHING
                                """)
                        .param("authority", authority.value())
                        .param("serial", certificate.tbs().serial().octets())
                        .param("transaction", transaction)
                        .param("encoded", certificate.encoded())
                        .param(
                                "chain",
                                chain.stream()
                                        .map(SignedCertificate::encoded)
                                        .toArray(byte[][]::new))
                        .param("now", Times.of(now))
                        .update()
                == 1;
    }

    Optional<Stored> find(AuthorityCode authority, SerialNumber serial) {
        return jdbc.sql(
                        """
                        SELECT authority, serial, encoded FROM outside_certificate
                        WHERE authority = :authority AND serial = :serial
                        """)
                .param("authority", authority.value())
                .param("serial", serial.octets())
                .query(OutsideCertificates::stored)
                .optional();
    }

    Optional<Stored> ofTransaction(byte[] transaction) {
        return jdbc.sql(
                        """
                        SELECT authority, serial, encoded FROM outside_certificate
                        WHERE transaction = :transaction
                        """)
                .param("transaction", transaction)
                .query(OutsideCertificates::stored)
                .optional();
    }

    void insertPair(PairOrderId order, Stored signing, Stored encryption, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO outside_pair (order_id, authority, signing, encryption, stored_at)
                        VALUES (:order, :authority, :signing, :encryption, :now)
                        """)
                .param("order", order.value())
                .param("authority", signing.authority().value())
                .param("signing", signing.serial().octets())
                .param("encryption", encryption.serial().octets())
                .param("now", Times.of(now))
                .update();
    }

    /** The halves of a pair that is whole, signing first; none otherwise. */
    List<Stored> halves(PairOrderId order) {
        return jdbc.sql(
                        """
                        SELECT c.authority, c.serial, c.encoded FROM outside_pair p
                        JOIN outside_certificate c
                            ON c.authority = p.authority AND c.serial IN (p.signing, p.encryption)
                        WHERE p.order_id = :order ORDER BY c.serial = p.encryption
                        """)
                .param("order", order.value())
                .query(OutsideCertificates::stored)
                .list();
    }

    Optional<IssuedPair> findPair(PairOrderId order) {
        return jdbc.sql(
                        """
                        SELECT p.authority, p.signing, s.encoded AS sign, s.chain, p.encryption, e.encoded AS encrypt
                        FROM outside_pair p
                        JOIN outside_certificate s ON s.authority = p.authority AND s.serial = p.signing
                        JOIN outside_certificate e ON e.authority = p.authority AND e.serial = p.encryption
                        WHERE p.order_id = :order
                        """)
                .param("order", order.value())
                .query(
                        (row, _) ->
                                new IssuedPair(
                                        order,
                                        new AuthorityCode(row.getString("authority")),
                                        SerialNumber.ofOctets(row.getBytes("signing")),
                                        row.getBytes("sign"),
                                        SerialNumber.ofOctets(row.getBytes("encryption")),
                                        row.getBytes("encrypt"),
                                        chain(row)))
                .optional();
    }

    private static List<byte[]> chain(ResultSet row) throws SQLException {
        return Arrays.asList((byte[][]) row.getArray("chain").getArray());
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        try {
            return new Stored(
                    new AuthorityCode(row.getString("authority")),
                    SerialNumber.ofOctets(row.getBytes("serial")),
                    SignedCertificate.parse(row.getBytes("encoded")));
        } catch (MalformedDerException e) {
            throw new IllegalStateException("what was stored as a certificate is none", e);
        }
    }
}
