package org.yinxin.authority.register;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.profile.CertificateUse;
import org.yinxin.pki.certificate.SignedCertificate;

/** The tables of certificates. A certificate can only be stored for a serial whose signed part is on record. */
public final class CertificateRegister {

    /**
     * A certificate and who has issued it.
     *
     * @param shard the revocation list that it names; 0 for the list of all
     */
    public record Entry(AuthorityCode issuer, SignedCertificate certificate, int shard) {}

    private final JdbcClient jdbc;

    public CertificateRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores a certificate of an authority with its record, and reserves its key. */
    public void insertAuthority(AuthorityCode issuer, SignedCertificate certificate, Instant now) {
        insertOwn(issuer, certificate, CertificateUse.AUTHORITY, now);
    }

    /** Stores a certificate of a responder with its record, and reserves its key. */
    public void insertResponder(AuthorityCode issuer, SignedCertificate certificate, Instant now) {
        insertOwn(issuer, certificate, CertificateUse.RESPONDER, now);
    }

    /** Stores a certificate of a unit with its record, and reserves its key. */
    public void insertUnit(
            AuthorityCode issuer, SignedCertificate certificate, CertificateUse use, Instant now) {
        insertOwn(issuer, certificate, use, now);
    }

    private void insertOwn(
            AuthorityCode issuer, SignedCertificate certificate, CertificateUse use, Instant now) {
        byte[] key = KeyDigest.of(certificate.tbs().publicKey());
        jdbc.sql(
                        """
                        INSERT INTO intended_certificate (authority, serial, use, tbs, key_sm3)
                        VALUES (:authority, :serial, :use, :tbs, :key)
                        """)
                .param("authority", issuer.value())
                .param("serial", certificate.tbs().serial().octets())
                .param("use", use.name())
                .param("tbs", certificate.tbs().encoded())
                .param("key", key)
                .update();
        jdbc.sql("INSERT INTO certified_key (key_sm3) VALUES (:key) ON CONFLICT DO NOTHING")
                .param("key", key)
                .update();
        insert(List.of(new Entry(issuer, certificate, 0)), now);
    }

    /** Stores certificates whose signed parts are on record, with status good. */
    public void insert(List<Entry> entries, Instant now) {
        jdbc.sql(
                        """
                        WITH stored AS (
                            INSERT INTO certificate (authority, serial, encoded, stored_at)
                            SELECT given.authority, given.serial, given.encoded, :now
                            FROM unnest(:authorities::text[], :serials::bytea[], :encoded::bytea[])
                                 AS given (authority, serial, encoded))
                        INSERT INTO certificate_status (authority, serial, state, shard)
                        SELECT given.authority, given.serial, 'GOOD', given.shard
                        FROM unnest(:authorities::text[], :serials::bytea[], :shards::integer[])
                             AS given (authority, serial, shard)
                        """)
                .param(
                        "authorities",
                        entries.stream().map(each -> each.issuer().value()).toArray(String[]::new))
                .param("serials", octets(entries, each -> each.tbs().serial().octets()))
                .param("encoded", octets(entries, SignedCertificate::encoded))
                .param("shards", entries.stream().map(Entry::shard).toArray(Integer[]::new))
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    private static byte[][] octets(
            List<Entry> entries, Function<SignedCertificate, byte[]> column) {
        return entries.stream()
                .map(each -> column.apply(each.certificate()))
                .toArray(byte[][]::new);
    }
}
