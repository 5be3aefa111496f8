package org.yinxin.bench.site;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.app.wiring.World;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.AuthoritySchema;
import org.yinxin.authority.ceremony.CeremonyMeans;
import org.yinxin.authority.ceremony.CreateHierarchy;
import org.yinxin.authority.ceremony.HierarchyDefinition;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.hierarchy.CrossCertificates;
import org.yinxin.authority.issuance.IssuanceCycle;
import org.yinxin.authority.key.AuthorityKeys;
import org.yinxin.authority.key.PasswordFile;
import org.yinxin.authority.key.Pkcs12AuthorityKeys;
import org.yinxin.authority.profile.AuthorityProfile;
import org.yinxin.authority.profile.CrlShards;
import org.yinxin.authority.profile.PublicAddresses;
import org.yinxin.authority.profile.catalogue.CertificateProfiles;
import org.yinxin.authority.profile.catalogue.ProfileEditions;
import org.yinxin.authority.profile.catalogue.ProfileFiles;
import org.yinxin.authority.profile.catalogue.ProfileShelf;
import org.yinxin.authority.profile.catalogue.ProfileVersions;
import org.yinxin.authority.register.CertificateRegister;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.store.journal.JdbcJournal;
import org.yinxin.store.journal.Journal;
import org.yinxin.store.postgres.DatabaseServer;
import org.yinxin.store.postgres.EmbeddedServer;
import org.yinxin.store.postgres.Schemas;

/** An authority of the code {@code bench} on a database that writes to the disk before it says so. */
public final class DurableAuthority implements AutoCloseable {

    public static final AuthorityCode CODE = new AuthorityCode("bench");

    /** Where the authority's certificates say that its lists are; nobody listens there. */
    public static final PublicAddresses ADDRESSES =
            new PublicAddresses(URI.create("http://127.0.0.1:8080"));

    private final Path folder;
    private final DatabaseServer server;
    private final Runnable stop;
    private final HikariDataSource pool;
    private final JdbcClient jdbc;
    private final CertificationAuthorities authorities;
    private final AuthorityKeys keys;

    private DurableAuthority(Path folder, DatabaseServer server, Runnable stop) {
        this.folder = folder;
        this.server = server;
        this.stop = stop;
        this.pool = Schemas.open(server, AuthoritySchema.SCHEMA);
        this.jdbc = JdbcClient.create(pool);
        this.authorities = new CertificationAuthorities(jdbc);
        this.keys =
                new Pkcs12AuthorityKeys(
                        keyFolder(), passwordFile(), World.random(), Clock.systemUTC());
    }

    /** Makes the database, the authority and its root in a folder. */
    public static DurableAuthority make(Path folder, KeyAlgorithm algorithm) {
        DurableAuthority made = found(folder);
        try {
            made.create(algorithm);
        } catch (RuntimeException e) {
            made.close();
            throw e;
        }
        return made;
    }

    /** The one that was made in a folder; its database is started. */
    public static DurableAuthority found(Path folder) {
        EmbeddedServer server = EmbeddedServer.start(folder.resolve("postgres"));
        return new DurableAuthority(folder, server.address(), server::stop);
    }

    /** The same as another process has opened; its database is the other's to stop. */
    public static DurableAuthority joined(Path folder, DatabaseServer server) {
        return new DurableAuthority(folder, server, () -> {});
    }

    private void create(KeyAlgorithm algorithm) {
        SecureRandom random = World.random();
        PasswordFile.create(passwordFile(), random);
        new CreateHierarchy(
                        new CeremonyMeans(
                                authorities,
                                new CrossCertificates(jdbc),
                                new CertificateRegister(jdbc),
                                keys,
                                new AuthorityProfile(ADDRESSES),
                                journal(),
                                transaction(),
                                random,
                                Clock.systemUTC()))
                .create(definition(algorithm));
    }

    /** A root and an authority of the code {@code bench} below it, with keys of that algorithm. */
    public static HierarchyDefinition definition(KeyAlgorithm algorithm) {
        HierarchyDefinition pattern = HierarchyDefinition.demonstration();
        return new HierarchyDefinition(
                level(pattern.root(), CODE + "-root", algorithm),
                level(pattern.issuing(), CODE.value(), algorithm),
                pattern.policy());
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

    public CertificationAuthority authority() {
        return authorities.find(CODE).orElseThrow();
    }

    public CertificationAuthorities authorities() {
        return authorities;
    }

    public AuthorityKeys keys() {
        return keys;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public Journal journal() {
        return new JdbcJournal(jdbc, AuthoritySchema.SCHEMA);
    }

    public PlatformTransactionManager transactions() {
        return new JdbcTransactionManager(pool);
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(transactions());
    }

    /** The shipped ones. */
    public CertificateProfiles profiles() {
        return CertificateProfiles.of(
                ProfileShelf.of(ProfileFiles.shipped(), List.of()),
                ProfileEditions.USUAL,
                new ProfileVersions(jdbc, transaction(), Clock.systemUTC()));
    }

    /** Issues at once; what is not under way any more counts as cut off. */
    public IssuanceCycle issuance() {
        return IssuanceCycle.of(
                new IssuanceCycle.Means(
                        jdbc,
                        transaction(),
                        journal(),
                        authorities,
                        keys,
                        ADDRESSES,
                        profiles(),
                        World.random(),
                        World.uuids(),
                        Clock.systemUTC(),
                        Duration.ZERO,
                        CrlShards.NONE));
    }

    /** Where the database is, for its superuser. */
    public DatabaseServer address() {
        return server;
    }

    /** The folder with everything in it. */
    public Path folder() {
        return folder;
    }

    /** The file with the authority's key. */
    public Path keyFile() {
        return keyFolder().resolve(authority().key().value() + ".p12");
    }

    /** The file with the password of that file. */
    public Path passwordFile() {
        return folder.resolve("password");
    }

    private Path keyFolder() {
        return folder.resolve("keys");
    }

    /** The process of the database server; the others are below it. */
    public long databaseProcess() {
        return DatabaseProcess.of(jdbc);
    }

    @Override
    public void close() {
        pool.close();
        stop.run();
    }
}
