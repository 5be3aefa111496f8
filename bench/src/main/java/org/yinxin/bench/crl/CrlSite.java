package org.yinxin.bench.crl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.yinxin.authority.crl.PublishCrl;
import org.yinxin.authority.crl.PublishedCrl;
import org.yinxin.authority.crl.WorkFiles;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.key.KeyPurpose;
import org.yinxin.bench.site.DurableAuthority;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.SigningKey;

/** An authority of which a great many serials are revoked. */
final class CrlSite implements AutoCloseable {

    private final DurableAuthority site;

    /** How far the clock of the authority is ahead: each list is asked for after the last has run out. */
    private Duration ahead = Duration.ZERO;

    private CrlSite(DurableAuthority site) {
        this.site = site;
    }

    static CrlSite make(Path folder, KeyAlgorithm algorithm, int rows) {
        CrlSite made = new CrlSite(DurableAuthority.make(folder, algorithm));
        try {
            made.revoke(rows);
        } catch (RuntimeException e) {
            made.close();
            throw e;
        }
        return made;
    }

    // Serials of 16 octets, as the authority draws them; what was certified does not matter here.
    private void revoke(int rows) {
        site.jdbc()
                .sql(
                        """
                        WITH certificate AS (
                            INSERT INTO intended_certificate (authority, serial, use, tbs, key_sm3)
                            SELECT 'bench', '\\x40'::bytea || substring(sha256(i::text::bytea) FROM 1 FOR 15),
                                   'RESPONDER', '\\x3000', sha256(i::text::bytea)
                            FROM generate_series(1, :rows) AS i RETURNING serial)
                        INSERT INTO certificate_status (authority, serial, state, revoked_at, reason, change)
                        SELECT 'bench', serial, 'REVOKED', now() - random() * interval '900 days', 4, row_number() OVER ()
                        FROM certificate
                        """)
                .param("rows", rows)
                .update();
        site.jdbc()
                .sql("UPDATE certification_authority SET revocations = :rows WHERE code = 'bench'")
                .param("rows", rows)
                .update();
        site.jdbc().sql("VACUUM ANALYZE certificate_status").update();
    }

    /** Makes a list and publishes it, on the way of a hall in which the last has run out. */
    PublishedCrl publish() {
        ahead = ahead.plus(Duration.ofDays(2));
        return lists().current(DurableAuthority.CODE).orElseThrow();
    }

    /** Writes a list to a file. */
    void copy(PublishedCrl crl, Path to) {
        try (InputStream octets = lists().octets(crl)) {
            Files.copy(octets, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PublishCrl lists() {
        return new PublishCrl(
                new PublishCrl.Means(
                        site.jdbc(),
                        site.transactions(),
                        site.authorities(),
                        site.keys(),
                        DurableAuthority.ADDRESSES,
                        WorkFiles.in(site.folder().resolve("work")),
                        Clock.offset(Clock.systemUTC(), ahead)));
    }

    /** Serials in upper-case hexadecimal digits and when they were revoked, as OpenSSL's index wants them. */
    List<String> index() {
        return site.jdbc()
                .sql(
                        """
                        SELECT to_char(revoked_at, 'YYMMDDHH24MISS') || 'Z,superseded' || chr(9)
                            || upper(encode(serial, 'hex'))
                        FROM certificate_status WHERE authority = 'bench' AND state <> 'GOOD'
                        """)
                .query((row, _) -> row.getString(1))
                .list();
    }

    CertificationAuthority authority() {
        return site.authority();
    }

    SigningKey key() {
        return site.keys().open(authority().key(), KeyPurpose.SIGN_CRLS);
    }

    /** The file with its key. */
    Path keyFile() {
        return site.keyFile();
    }

    Path passwordFile() {
        return site.passwordFile();
    }

    /** The process of the database server; the others are below it. */
    long databaseProcess() {
        return site.databaseProcess();
    }

    @Override
    public void close() {
        site.close();
    }
}
