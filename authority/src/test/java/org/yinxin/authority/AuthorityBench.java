package org.yinxin.authority;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.authority.ceremony.CeremonyMeans;
import org.yinxin.authority.ceremony.CreateHierarchy;
import org.yinxin.authority.ceremony.HierarchyDefinition;
import org.yinxin.authority.check.CheckIssued;
import org.yinxin.authority.crl.CrlSeries;
import org.yinxin.authority.crl.PublishCrl;
import org.yinxin.authority.crl.WorkFiles;
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
import org.yinxin.authority.register.CertificateRegister;
import org.yinxin.authority.register.CertificateStatuses;
import org.yinxin.authority.responder.AuthorityResponders;
import org.yinxin.authority.responder.DelegatedResponderTable;
import org.yinxin.authority.responder.DelegatedResponders;
import org.yinxin.authority.responder.ResponderKeys;
import org.yinxin.authority.responder.RollOverResponders;
import org.yinxin.authority.status.AnswerOcsp;
import org.yinxin.authority.status.ChangePairStatus;
import org.yinxin.authority.status.NeverIssued;
import org.yinxin.authority.status.RevokeCertificate;
import org.yinxin.authority.status.StatusChanges;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.SoftwareSigningKey;
import org.yinxin.pki.name.SubjectName;
import org.yinxin.pki.request.KeyRequest;
import org.yinxin.pki.request.SigningRequests;
import org.yinxin.store.journal.JdbcJournal;
import org.yinxin.store.postgres.DatabaseServer;
import org.yinxin.store.postgres.EmbeddedServer;
import org.yinxin.store.postgres.Schemas;

/** A whole authority on a database of its own, without Spring's container. */
public final class AuthorityBench implements AutoCloseable {

    public static final String ORGANISATION_CODE = "91150100MA0T0045X0";

    private static final class Shared {
        static final EmbeddedServer SERVER = EmbeddedServer.throwAway();
    }

    public final DatabaseServer server;
    public final Path folder;
    public final SecureRandom random = new SecureRandom();
    public final MovingClock clock = new MovingClock();
    public final HikariDataSource pool;
    public final JdbcClient jdbc;
    public final TransactionTemplate transaction;
    public final JdbcJournal journal;
    public final CertificationAuthorities authorities;
    public final AuthorityKeys keys;

    /** Over how many lists the certificates that are issued next are spread. */
    public CrlShards shards = CrlShards.NONE;

    public final BenchProfiles profiles = new BenchProfiles(this);

    public final PublicAddresses addresses =
            new PublicAddresses(URI.create("http://127.0.0.1:8080"));

    public AuthorityBench(Path folder) {
        this(Shared.SERVER.createDatabase(), folder);
        PasswordFile.create(passwordFile(), random);
        createHierarchy().create(HierarchyDefinition.demonstration());
    }

    /** On a database and keys that another bench, perhaps in another process, has made. */
    public AuthorityBench(DatabaseServer server, Path folder) {
        this(server, folder, null);
    }

    /** On a database and other keys than those in the folder. */
    public AuthorityBench(DatabaseServer server, Path folder, @Nullable AuthorityKeys keys) {
        this.server = server;
        this.folder = folder;
        pool = Schemas.open(server, AuthoritySchema.SCHEMA);
        jdbc = JdbcClient.create(pool);
        transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
        journal = new JdbcJournal(jdbc, AuthoritySchema.SCHEMA);
        authorities = new CertificationAuthorities(jdbc);
        this.keys =
                keys == null
                        ? new Pkcs12AuthorityKeys(
                                folder.resolve("keys"), passwordFile(), random, clock)
                        : keys;
    }

    /** Another root with an issuing authority, {@code CODE-root} and {@code CODE}. */
    public AuthorityCode another(String code, KeyAlgorithm algorithm) {
        HierarchyDefinition pattern = HierarchyDefinition.demonstration();
        createHierarchy()
                .create(
                        new HierarchyDefinition(
                                level(pattern.root(), code + "-root", algorithm),
                                level(pattern.issuing(), code, algorithm),
                                pattern.policy()));
        return new AuthorityCode(code);
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

    public RollOverResponders rollOverResponders() {
        return new RollOverResponders(
                new RollOverResponders.Means(
                        authorities,
                        new DelegatedResponderTable(jdbc),
                        new CertificateRegister(jdbc),
                        keys,
                        ResponderKeys.in(responderFolder(), random, clock),
                        journal,
                        transaction,
                        random,
                        clock),
                RollOverResponders.USUAL_VALIDITY);
    }

    public Path responderFolder() {
        return folder.resolve("responders");
    }

    public DelegatedResponders delegatedResponders() {
        return new DelegatedResponders(
                new DelegatedResponderTable(jdbc),
                ResponderKeys.reading(responderFolder(), random, clock),
                clock);
    }

    public static DatabaseServer freshDatabase() {
        return Shared.SERVER.createDatabase();
    }

    public Path passwordFile() {
        return folder.resolve("password");
    }

    public CreateHierarchy createHierarchy() {
        return new CreateHierarchy(ceremonyMeans());
    }

    public CeremonyMeans ceremonyMeans() {
        return new CeremonyMeans(
                authorities,
                new CrossCertificates(jdbc),
                new CertificateRegister(jdbc),
                keys,
                new AuthorityProfile(addresses),
                journal,
                transaction,
                random,
                clock);
    }

    public IssuanceCycle.Means means(Duration grace) {
        return new IssuanceCycle.Means(
                jdbc,
                transaction,
                journal,
                authorities,
                keys,
                addresses,
                profiles.inForce(),
                random,
                UUID::randomUUID,
                clock,
                grace,
                shards);
    }

    /** With the rules of now. */
    public CheckIssued checkIssued() {
        return CheckIssued.of(jdbc, authorities, profiles.inForce(), cycle().lint(), transaction);
    }

    public IssuanceCycle cycle() {
        return IssuanceCycle.of(means(Duration.ofMinutes(1)));
    }

    public CertificateStatuses statuses() {
        return new CertificateStatuses(jdbc);
    }

    public RevokeCertificate revokeCertificate() {
        return new RevokeCertificate(statuses(), journal, transaction, clock);
    }

    public ChangePairStatus changePairStatus() {
        return new ChangePairStatus(
                statuses(), new StatusChanges(jdbc), journal, transaction, clock);
    }

    /** Changes the status of a pair under a new name. */
    public PairStatusOutcome change(PairOrderId pair, PairDeed deed) {
        return changePairStatus()
                .change(new PairStatusChange(new StatusChangeId(UUID.randomUUID()), pair, deed));
    }

    public PublishCrl publishCrl() {
        return publishCrl(WorkFiles.in(folder.resolve("work")), keys);
    }

    /** With other means than usual. */
    public PublishCrl publishCrl(WorkFiles files, AuthorityKeys keys) {
        return new PublishCrl(
                new PublishCrl.Means(
                        jdbc,
                        new JdbcTransactionManager(pool),
                        authorities,
                        keys,
                        addresses,
                        files,
                        clock));
    }

    /** The octets of the list that is handed out now. */
    public byte[] crl(CrlSeries series) {
        PublishCrl crls = publishCrl();
        try (InputStream octets = crls.octets(crls.current(series).orElseThrow())) {
            return octets.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public AnswerOcsp answerOcsp() {
        return new AnswerOcsp(
                authorities,
                statuses()::find,
                new AuthorityResponders(keys),
                clock,
                new AnswerOcsp.Policy(Duration.ofHours(1), NeverIssued.UNKNOWN));
    }

    public Authority authority() {
        IssuanceCycle cycle = cycle();
        return new LocalAuthority(
                cycle.issuePair(),
                cycle.pairs(),
                revokeCertificate(),
                changePairStatus(),
                statuses());
    }

    public AuthorityCode code() {
        return HierarchyDefinition.demonstration().issuing().code();
    }

    public AuthorityCode rootCode() {
        return HierarchyDefinition.demonstration().root().code();
    }

    public CertificationAuthority issuing() {
        return authorities.find(code()).orElseThrow();
    }

    public KeyPair sm2() {
        return KeyPairs.generate(KeyAlgorithm.SM2, random);
    }

    public PairOrder order() {
        return order(sm2(), sm2());
    }

    public PairOrder order(KeyPair signing, KeyPair encryption) {
        Instant start = clock.instant();
        return new PairOrder(
                new PairOrderId(UUID.randomUUID()),
                code(),
                subject(),
                ORGANISATION_CODE,
                start,
                start.plus(Duration.ofDays(365)),
                request(signing),
                encryption.getPublic());
    }

    /** An order for the one certificate of a device. */
    public CertificateOrder single(UUID id, byte[] request) {
        return single(id, code(), CertificateKind.DEVICE, request);
    }

    public CertificateOrder single(
            UUID id, AuthorityCode authority, CertificateKind kind, byte[] request) {
        return new CertificateOrder(
                new CertificateOrderId(id),
                authority,
                kind,
                subject(),
                ORGANISATION_CODE,
                kind == CertificateKind.DEVICE ? List.of("gate-7.example.org") : List.of(),
                clock.instant(),
                clock.instant().plus(Duration.ofDays(365)),
                new KeyRequest.Pkcs10(request));
    }

    public IssuedPair issue(PairOrder order) {
        return switch (cycle().issuePair().issue(order)) {
            case IssuanceOutcome.Issued(IssuedPair pair) -> pair;
            case IssuanceOutcome.Refused refused -> throw new AssertionError(refused.toString());
        };
    }

    public static SubjectName subject() {
        return new SubjectName("CN", "内蒙古自治区", "云岭市", "云岭市星河测试科技有限公司", List.of(), "云岭市星河测试科技有限公司");
    }

    public static byte[] request(KeyPair pair) {
        return SigningRequests.build(new SoftwareSigningKey(pair), subject());
    }

    public long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    @Override
    public void close() {
        pool.close();
    }

    /** The real time, moved by hand. */
    public static final class MovingClock extends Clock {
        private Duration moved = Duration.ZERO;
        private @Nullable Instant held;

        /** Stands still from now on, however slow the machine is, and goes only when it is moved. */
        public synchronized void hold() {
            held = Instant.now();
        }

        public synchronized void move(Duration by) {
            moved = moved.plus(by);
        }

        public synchronized void reset() {
            moved = Duration.ZERO;
            held = null;
        }

        @Override
        public synchronized Instant instant() {
            return (held == null ? Instant.now() : held).plus(moved).truncatedTo(ChronoUnit.MILLIS);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
