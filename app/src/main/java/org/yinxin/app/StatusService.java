package org.yinxin.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.app.commandline.Command.Status;
import org.yinxin.app.installation.OpenDatabases;
import org.yinxin.app.wiring.World;
import org.yinxin.authority.AuthoritySchema;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.register.CertificateStatuses;
import org.yinxin.authority.responder.DelegatedResponderTable;
import org.yinxin.authority.responder.DelegatedResponders;
import org.yinxin.authority.responder.ResponderKeys;
import org.yinxin.authority.server.AnswerTogether;
import org.yinxin.authority.server.SignedAhead;
import org.yinxin.authority.server.StatusServer;
import org.yinxin.authority.status.AnswerOcsp;
import org.yinxin.store.postgres.DatabaseServer;

/**
 * The status service alone: no hall, no key of an authority, and a database user who only reads.
 *
 * <p>Refuses, each in a sentence: a port in use; a folder of keys that is not there; a database that does not answer, has
 * no authorities, or does not let this user read them.
 */
final class StatusService implements AutoCloseable {

    private static final int MOST_SECONDS_OF_A_QUERY = 2;
    private static final int MOST_SECONDS_OF_SILENCE = 5;
    private static final int LOOKS_IN_MILLISECONDS = 250;
    private static final long BYTES_AHEAD = 64L << 20;

    private final String url;
    private final HikariDataSource pool;
    private final StatusServer server;
    private final @Nullable ScheduledExecutorService looking;

    private StatusService(
            String url,
            HikariDataSource pool,
            StatusServer server,
            @Nullable ScheduledExecutorService looking) {
        this.url = url;
        this.pool = pool;
        this.server = server;
        this.looking = looking;
    }

    static StatusService start(Status status) {
        try (Listening listening = Listening.on(status.address(), status.port())) {
            return start(listening, status);
        }
    }

    private static StatusService start(Listening listening, Status status) {
        if (!Files.isDirectory(status.keys())) {
            throw new StartRefused(
                    "There is no folder %s: the hall makes it with the keys of its responders; say where it is with --keys."
                            .formatted(status.keys()));
        }
        int threads = Runtime.getRuntime().availableProcessors();
        HikariDataSource pool = pool(OpenDatabases.address(status.database()), threads + 1);
        try {
            return start(listening, status, pool, threads);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static StatusService start(
            Listening listening, Status status, HikariDataSource pool, int threads) {
        JdbcClient jdbc = JdbcClient.create(pool);
        Clock clock = World.clock(0);
        CertificationAuthorities authorities = new CertificationAuthorities(jdbc);
        CertificateStatuses statuses = new CertificateStatuses(jdbc);
        requireAuthorities(authorities, status);
        AnswerOcsp ocsp =
                new AnswerOcsp(
                        authorities,
                        statuses::find,
                        new DelegatedResponders(
                                new DelegatedResponderTable(jdbc),
                                ResponderKeys.reading(status.keys(), World.random(), clock),
                                clock),
                        clock,
                        AnswerOcsp.Policy.USUAL);
        SignedAhead ahead =
                status.ahead()
                        ? new SignedAhead(
                                statuses, clock, AnswerOcsp.Policy.USUAL.validity(), BYTES_AHEAD)
                        : null;
        StatusServer server =
                StatusServer.start(
                        listening.host(),
                        listening.port(),
                        threads,
                        new AnswerTogether(ocsp, statuses::find, ahead));
        return new StatusService(listening.url(), pool, server, ahead == null ? null : look(ahead));
    }

    private static ScheduledExecutorService look(SignedAhead ahead) {
        ScheduledExecutorService looking =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("looking for changes").daemon().factory());
        ScheduledFuture<?> _ =
                looking.scheduleWithFixedDelay(
                        ahead::look, 0, LOOKS_IN_MILLISECONDS, TimeUnit.MILLISECONDS);
        return looking;
    }

    private static void requireAuthorities(CertificationAuthorities authorities, Status status) {
        String database = status.database().url();
        try {
            if (authorities.all().isEmpty()) {
                throw new StartRefused(
                        "There are no authorities in %s yet: start the hall on it first."
                                .formatted(database));
            }
        } catch (DataAccessException e) {
            throw new StartRefused(
                    "The authorities in %s cannot be read by %s (%s); on a hall's database an administrator lets it with: GRANT %s TO %2$s"
                            .formatted(
                                    database,
                                    status.database().user(),
                                    reason(e),
                                    AuthoritySchema.STATUS_READER),
                    e);
        }
    }

    private static String reason(DataAccessException e) {
        String message = String.valueOf(e.getMostSpecificCause().getMessage());
        return message.lines().findFirst().orElse(message);
    }

    private static HikariDataSource pool(DatabaseServer server, int connections) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(server.jdbcUrl());
        source.setUser(server.user());
        source.setPassword(server.password());
        source.setCurrentSchema(AuthoritySchema.SCHEMA.name());
        source.setApplicationName("yinxin status");
        source.setReadOnly(true);
        source.setOptions(
                "-c default_transaction_read_only=on -c statement_timeout=%ds"
                        .formatted(MOST_SECONDS_OF_A_QUERY));
        source.setConnectTimeout(MOST_SECONDS_OF_SILENCE);
        source.setSocketTimeout(MOST_SECONDS_OF_SILENCE);
        try {
            source.getConnection().close();
        } catch (SQLException e) {
            throw new StartRefused(
                    "The database %s does not let %s in (%s)."
                            .formatted(server.jdbcUrl(), server.user(), e.getMessage()),
                    e);
        }
        HikariConfig config = new HikariConfig();
        config.setPoolName("status");
        config.setDataSource(source);
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(TimeUnit.SECONDS.toMillis(MOST_SECONDS_OF_A_QUERY));
        return new HikariDataSource(config);
    }

    String address() {
        return url;
    }

    @Override
    public void close() {
        server.close();
        if (looking != null) {
            looking.shutdownNow();
        }
        pool.close();
    }
}
