package org.yinxin.bench.crl;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.app.wiring.World;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.AuthoritySchema;
import org.yinxin.authority.ceremony.CreateHierarchy;
import org.yinxin.authority.ceremony.HierarchyDefinition;
import org.yinxin.authority.crl.PublishCrl;
import org.yinxin.authority.crl.PublishedCrl;
import org.yinxin.authority.crl.WorkFiles;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.key.AuthorityKeys;
import org.yinxin.authority.key.KeyPurpose;
import org.yinxin.authority.key.PasswordFile;
import org.yinxin.authority.key.Pkcs12AuthorityKeys;
import org.yinxin.authority.profile.AuthorityProfile;
import org.yinxin.authority.profile.PublicAddresses;
import org.yinxin.authority.register.CertificateRegister;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.SigningKey;
import org.yinxin.store.journal.JdbcJournal;
import org.yinxin.store.postgres.EmbeddedServer;
import org.yinxin.store.postgres.Schemas;

/** A durable database with an authority of which a great many serials are revoked. */
final class CrlSite implements AutoCloseable {

    private static final AuthorityCode CODE = new AuthorityCode("bench");
    private static final PublicAddresses ADDRESSES =
            new PublicAddresses(URI.create("http://127.0.0.1:8080"));

    private final Path folder;
    private final EmbeddedServer server;
    private final HikariDataSource pool;
    private final JdbcClient jdbc;
    private final CertificationAuthorities authorities;
    private final AuthorityKeys keys;

    /** How far the clock of the authority is ahead: each list is asked for after the last has run out. */
    private Duration ahead = Duration.ZERO;

    private CrlSite(Path folder, EmbeddedServer server, HikariDataSource pool) {
        this.folder = folder;
        this.server = server;
        this.pool = pool;
        this.jdbc = JdbcClient.create(pool);
        this.authorities = new CertificationAuthorities(jdbc);
        this.keys =
                new Pkcs12AuthorityKeys(
                        folder.resolve("keys"), passwordFile(), World.random(), Clock.systemUTC());
    }

    static CrlSite make(Path folder, KeyAlgorithm algorithm, int rows) {
        EmbeddedServer server = EmbeddedServer.start(folder.resolve("postgres"));
        CrlSite site =
                new CrlSite(folder, server, Schemas.open(server.address(), AuthoritySchema.SCHEMA));
        try {
            site.makeAuthority(algorithm);
            site.revoke(rows);
        } catch (RuntimeException e) {
            site.close();
            throw e;
        }
        return site;
    }

    private void makeAuthority(KeyAlgorithm algorithm) {
        SecureRandom random = World.random();
        PasswordFile.create(passwordFile(), random);
        HierarchyDefinition pattern = HierarchyDefinition.demonstration();
        new CreateHierarchy(
                        authorities,
                        new CertificateRegister(jdbc),
                        keys,
                        new AuthorityProfile(ADDRESSES),
                        new JdbcJournal(jdbc, AuthoritySchema.SCHEMA),
                        new TransactionTemplate(new JdbcTransactionManager(pool)),
                        random,
                        Clock.systemUTC())
                .create(
                        new HierarchyDefinition(
                                level(pattern.root(), CODE + "-root", algorithm),
                                level(pattern.issuing(), CODE.value(), algorithm),
                                pattern.policy()));
    }

    private static HierarchyDefinition.Level level(
            HierarchyDefinition.Level pattern, String code, KeyAlgorithm algorithm) {
        return new HierarchyDefinition.Level(
                new AuthorityCode(code),
                pattern.name(),
                algorithm,
                pattern.years(),
                pattern.crlLifetime());
    }

    // Serials of 16 octets, as the authority draws them; what was certified does not matter here.
    private void revoke(int rows) {
        jdbc.sql(
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
        jdbc.sql("UPDATE certification_authority SET revocations = :rows WHERE code = 'bench'")
                .param("rows", rows)
                .update();
        jdbc.sql("VACUUM ANALYZE certificate_status").update();
    }

    /** Makes a list and publishes it, on the way of a hall in which the last has run out. */
    PublishedCrl publish() {
        ahead = ahead.plus(Duration.ofDays(2));
        return lists().current(CODE).orElseThrow();
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
                        jdbc,
                        new JdbcTransactionManager(pool),
                        authorities,
                        keys,
                        ADDRESSES,
                        WorkFiles.in(folder.resolve("work")),
                        Clock.offset(Clock.systemUTC(), ahead)));
    }

    /** Serials in upper-case hexadecimal digits and when they were revoked, as OpenSSL's index wants them. */
    List<String> index() {
        return jdbc.sql(
                        """
                        SELECT to_char(revoked_at, 'YYMMDDHH24MISS') || 'Z,superseded' || chr(9)
                            || upper(encode(serial, 'hex'))
                        FROM certificate_status WHERE authority = 'bench' AND state <> 'GOOD'
                        """)
                .query((row, _) -> row.getString(1))
                .list();
    }

    CertificationAuthority authority() {
        return authorities.find(CODE).orElseThrow();
    }

    SigningKey key() {
        return keys.open(authority().key(), KeyPurpose.SIGN_CRLS);
    }

    /** The file with its key. */
    Path keyFile() {
        return folder.resolve("keys").resolve(authority().key().value() + ".p12");
    }

    Path passwordFile() {
        return folder.resolve("password");
    }

    /** The process of the database server; the others are below it. */
    long databaseProcess() {
        long own = jdbc.sql("SELECT pg_backend_pid()").query(Long.class).single();
        return ProcessHandle.of(own).flatMap(ProcessHandle::parent).orElseThrow().pid();
    }

    @Override
    public void close() {
        pool.close();
        server.stop();
    }
}
