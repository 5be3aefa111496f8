package org.yinxin.bench.status;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.app.wiring.World;
import org.yinxin.authority.AuthoritySchema;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.register.CertificateRegister;
import org.yinxin.authority.responder.DelegatedResponderTable;
import org.yinxin.authority.responder.ResponderKeys;
import org.yinxin.authority.responder.RollOverResponders;
import org.yinxin.bench.site.DurableAuthority;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.store.postgres.DatabaseServer;

/** An authority with a responder and certificates on record, and a database user who may only read. */
final class StatusSite implements AutoCloseable {

    /** Every twentieth certificate is revoked. */
    static final int REVOKED_EACH = 20;

    private static final String READER = "bench_status";

    private final DurableAuthority site;

    private StatusSite(DurableAuthority site) {
        this.site = site;
    }

    static StatusSite make(Path folder, KeyAlgorithm algorithm, int rows) {
        StatusSite made = new StatusSite(DurableAuthority.make(folder, algorithm));
        try {
            made.certifyResponder();
            made.fill(rows);
            made.letReaderIn();
        } catch (RuntimeException e) {
            made.close();
            throw e;
        }
        return made;
    }

    private void certifyResponder() {
        SecureRandom random = World.random();
        Clock clock = Clock.systemUTC();
        new RollOverResponders(
                        new RollOverResponders.Means(
                                site.authorities(),
                                new DelegatedResponderTable(site.jdbc()),
                                new CertificateRegister(site.jdbc()),
                                site.keys(),
                                ResponderKeys.in(responderKeys(), random, clock),
                                site.journal(),
                                site.transaction(),
                                random,
                                clock),
                        RollOverResponders.USUAL_VALIDITY)
                .rollOver();
    }

    // Serials of 16 octets, as the authority draws them; what is certified does not matter here.
    private void fill(int rows) {
        site.jdbc()
                .sql(
                        """
                        INSERT INTO pair_order (id, authority, state, content, changed_at)
                            VALUES ('00000000-0000-0000-0000-000000000000', 'bench', 'ISSUED', sha256(''), now())
                        """)
                .update();
        site.jdbc()
                .sql(
                        """
                        WITH intent AS (
                            INSERT INTO issuance_intent (id, order_id, attempt, profile, state, created_at, closed_at)
                            SELECT gen_random_uuid(), '00000000-0000-0000-0000-000000000000', i, 'bench', 'REFUSED', now(), now()
                            FROM generate_series(1, :rows) AS i RETURNING id),
                        certificate AS (
                            INSERT INTO intended_certificate (authority, serial, intent, use, tbs, key_sm3)
                            SELECT 'bench', '\\x40'::bytea || substring(sha256(id::text::bytea) FROM 1 FOR 15), id,
                                   'SIGNING', '\\x3000', sha256(id::text::bytea)
                            FROM intent RETURNING serial)
                        INSERT INTO certificate_status (authority, serial, state, revoked_at, reason)
                        SELECT 'bench', serial, CASE WHEN revoked THEN 'REVOKED' ELSE 'GOOD' END,
                               CASE WHEN revoked THEN now() END, CASE WHEN revoked THEN 4 END
                        FROM (SELECT serial, row_number() OVER () % :each = 0 AS revoked FROM certificate)
                        """)
                .param("rows", rows)
                .param("each", REVOKED_EACH)
                .update();
        site.jdbc().sql("VACUUM ANALYZE certificate_status").update();
    }

    private void letReaderIn() {
        byte[] octets = new byte[24];
        World.random().nextBytes(octets);
        String password = HexFormat.of().formatHex(octets);
        try (HikariDataSource admin = new HikariDataSource()) {
            DatabaseServer address = site.address();
            admin.setJdbcUrl(address.jdbcUrl());
            admin.setUsername(address.user());
            admin.setPassword(address.password());
            admin.setMaximumPoolSize(1);
            JdbcClient.create(admin)
                    .sql(
                            "CREATE ROLE %s LOGIN PASSWORD '%s' IN ROLE %s"
                                    .formatted(READER, password, AuthoritySchema.STATUS_READER))
                    .update();
            Files.writeString(passwordFile(), password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words that start the status service on it. */
    List<String> service(boolean ahead) {
        List<String> words =
                List.of(
                        "status",
                        "--port",
                        "0",
                        "--database",
                        site.address().jdbcUrl(),
                        "--database-user",
                        READER,
                        "--database-password-file",
                        passwordFile().toString(),
                        "--keys",
                        responderKeys().toString());
        return ahead ? Stream.concat(words.stream(), Stream.of("--ahead")).toList() : words;
    }

    /** Some of the serials on record, some of them revoked. */
    List<SerialNumber> serials(int most) {
        return site.jdbc()
                .sql(
                        """
                        SELECT serial FROM certificate_status WHERE authority = 'bench'
                        ORDER BY sha256(serial) LIMIT :most
                        """)
                .param("most", most)
                .query((row, _) -> SerialNumber.ofOctets(row.getBytes("serial")))
                .list();
    }

    /** Every serial of the authority that a list of OpenSSL's shall have. */
    List<SerialNumber> revoked() {
        return site.jdbc()
                .sql(
                        """
                        SELECT serial FROM certificate_status
                        WHERE authority = 'bench' AND state = 'REVOKED'
                        """)
                .query((row, _) -> SerialNumber.ofOctets(row.getBytes("serial")))
                .list();
    }

    CertificationAuthority authority() {
        return site.authority();
    }

    /** The certificate of the authority's responder, in DER. */
    byte[] responder() {
        return site.jdbc()
                .sql("SELECT certificate FROM ocsp_responder WHERE authority = 'bench'")
                .query(byte[].class)
                .single();
    }

    /** The file with its key. */
    Path responderKey() {
        String handle =
                site.jdbc()
                        .sql("SELECT key_handle FROM ocsp_responder WHERE authority = 'bench'")
                        .query(String.class)
                        .single();
        return responderKeys().resolve(handle + ".p12");
    }

    Path responderKeys() {
        return site.folder().resolve("responders");
    }

    /** The process of the database server; the others are below it. */
    long databaseProcess() {
        return site.databaseProcess();
    }

    private Path passwordFile() {
        return site.folder().resolve("reader-password");
    }

    @Override
    public void close() {
        site.close();
    }
}
