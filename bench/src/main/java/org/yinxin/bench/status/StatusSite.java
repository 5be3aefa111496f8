package org.yinxin.bench.status;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.app.wiring.World;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.AuthoritySchema;
import org.yinxin.authority.ceremony.CreateHierarchy;
import org.yinxin.authority.ceremony.HierarchyDefinition;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.key.AuthorityKeys;
import org.yinxin.authority.key.PasswordFile;
import org.yinxin.authority.key.Pkcs12AuthorityKeys;
import org.yinxin.authority.profile.AuthorityProfile;
import org.yinxin.authority.profile.PublicAddresses;
import org.yinxin.authority.register.CertificateRegister;
import org.yinxin.authority.responder.DelegatedResponderTable;
import org.yinxin.authority.responder.ResponderKeys;
import org.yinxin.authority.responder.RollOverResponders;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.store.journal.JdbcJournal;
import org.yinxin.store.postgres.DatabaseServer;
import org.yinxin.store.postgres.EmbeddedServer;
import org.yinxin.store.postgres.Schemas;

/** A durable database with an authority, its responder, and certificates on record; and a user who may only read. */
final class StatusSite implements AutoCloseable {

    /** Every twentieth certificate is revoked. */
    static final int REVOKED_EACH = 20;

    private static final String READER = "bench_status";
    private static final AuthorityCode CODE = new AuthorityCode("bench");

    private final Path folder;
    private final EmbeddedServer server;
    private final HikariDataSource pool;
    private final JdbcClient jdbc;
    private final CertificationAuthorities authorities;

    private StatusSite(
            Path folder,
            EmbeddedServer server,
            HikariDataSource pool,
            JdbcClient jdbc,
            CertificationAuthorities authorities) {
        this.folder = folder;
        this.server = server;
        this.pool = pool;
        this.jdbc = jdbc;
        this.authorities = authorities;
    }

    static StatusSite make(Path folder, KeyAlgorithm algorithm, int rows) {
        EmbeddedServer server = EmbeddedServer.start(folder.resolve("postgres"));
        HikariDataSource pool = Schemas.open(server.address(), AuthoritySchema.SCHEMA);
        JdbcClient jdbc = JdbcClient.create(pool);
        StatusSite site =
                new StatusSite(folder, server, pool, jdbc, new CertificationAuthorities(jdbc));
        site.makeAuthority(algorithm);
        site.fill(rows);
        site.letReaderIn();
        return site;
    }

    private void makeAuthority(KeyAlgorithm algorithm) {
        SecureRandom random = World.random();
        Clock clock = Clock.systemUTC();
        Path password = folder.resolve("password");
        PasswordFile.create(password, random);
        AuthorityKeys keys =
                new Pkcs12AuthorityKeys(folder.resolve("keys"), password, random, clock);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
        JdbcJournal journal = new JdbcJournal(jdbc, AuthoritySchema.SCHEMA);
        CertificateRegister register = new CertificateRegister(jdbc);
        new CreateHierarchy(
                        authorities,
                        register,
                        keys,
                        new AuthorityProfile(
                                new PublicAddresses(URI.create("http://127.0.0.1:8080"))),
                        journal,
                        transaction,
                        random,
                        clock)
                .create(definition(algorithm));
        new RollOverResponders(
                        new RollOverResponders.Means(
                                authorities,
                                new DelegatedResponderTable(jdbc),
                                register,
                                keys,
                                ResponderKeys.in(responderKeys(), random, clock),
                                journal,
                                transaction,
                                random,
                                clock),
                        RollOverResponders.USUAL_VALIDITY)
                .rollOver();
    }

    private static HierarchyDefinition definition(KeyAlgorithm algorithm) {
        HierarchyDefinition pattern = HierarchyDefinition.demonstration();
        return new HierarchyDefinition(
                level(pattern.root(), new AuthorityCode(CODE.value() + "-root"), algorithm),
                level(pattern.issuing(), CODE, algorithm),
                pattern.policy());
    }

    private static HierarchyDefinition.Level level(
            HierarchyDefinition.Level pattern, AuthorityCode code, KeyAlgorithm algorithm) {
        return new HierarchyDefinition.Level(
                code, pattern.name(), algorithm, pattern.years(), pattern.crlLifetime());
    }

    // Serials of 16 octets, as the authority draws them; what is certified does not matter here.
    private void fill(int rows) {
        jdbc.sql(
                        """
                        INSERT INTO pair_order (id, authority, state, content, changed_at)
                            VALUES ('00000000-0000-0000-0000-000000000000', 'bench', 'ISSUED', sha256(''), now())
                        """)
                .update();
        jdbc.sql(
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
        jdbc.sql("VACUUM ANALYZE certificate_status").update();
    }

    private void letReaderIn() {
        byte[] octets = new byte[24];
        World.random().nextBytes(octets);
        String password = HexFormat.of().formatHex(octets);
        try (HikariDataSource admin = new HikariDataSource()) {
            DatabaseServer address = server.address();
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
                        server.address().jdbcUrl(),
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
        return jdbc.sql(
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
        return jdbc.sql(
                        """
                        SELECT serial FROM certificate_status
                        WHERE authority = 'bench' AND state = 'REVOKED'
                        """)
                .query((row, _) -> SerialNumber.ofOctets(row.getBytes("serial")))
                .list();
    }

    CertificationAuthority authority() {
        return authorities.find(CODE).orElseThrow();
    }

    /** The certificate of the authority's responder, in DER. */
    byte[] responder() {
        return jdbc.sql("SELECT certificate FROM ocsp_responder WHERE authority = 'bench'")
                .query(byte[].class)
                .single();
    }

    /** The file with its key. */
    Path responderKey() {
        String handle =
                jdbc.sql("SELECT key_handle FROM ocsp_responder WHERE authority = 'bench'")
                        .query(String.class)
                        .single();
        return responderKeys().resolve(handle + ".p12");
    }

    Path responderKeys() {
        return folder.resolve("responders");
    }

    /** The process of the database server; the others are below it. */
    long databaseProcess() {
        long own = jdbc.sql("SELECT pg_backend_pid()").query(Long.class).single();
        return ProcessHandle.of(own).flatMap(ProcessHandle::parent).orElseThrow().pid();
    }

    private Path passwordFile() {
        return folder.resolve("reader-password");
    }

    @Override
    public void close() {
        pool.close();
        server.stop();
    }
}
