package org.yinxin.hall.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.privacy.AesColumnCipher;
import org.yinxin.hall.privacy.ColumnCipher;
import org.yinxin.store.journal.JdbcJournal;
import org.yinxin.store.journal.Journal;
import org.yinxin.store.postgres.EmbeddedServer;
import org.yinxin.store.postgres.Schema;
import org.yinxin.store.postgres.Schemas;

/**
 * Some rooms of the hall over a fresh database, with real transactions: the journal, the cipher, a {@link TestClock}
 * and whatever classes a test names. One PostgreSQL server serves all tests of a JVM.
 */
public final class TestHall implements AutoCloseable {

    private final HikariDataSource pool;
    private final AnnotationConfigApplicationContext context;
    private final TestClock clock = new TestClock();

    private TestHall(List<String> packages, Class<?>... components) {
        Schema schema =
                new Schema(
                        "hall",
                        Stream.concat(
                                        Stream.of(Schema.JOURNAL),
                                        packages.stream()
                                                .map(
                                                        each ->
                                                                "classpath:org/yinxin/hall/"
                                                                        + each
                                                                        + "/db"))
                                .toList());
        this.pool = Schemas.open(Server.ONE.createDatabase(), schema);
        this.context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> pool, bean -> bean.setDestroyMethodName(""));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(Journal.class, () -> new JdbcJournal(JdbcClient.create(pool), schema));
        context.register(Beans.class, AuditTrail.class);
        context.register(components);
        context.refresh();
    }

    /**
     * Opens the rooms.
     *
     * @param packages whose migrations are run, such as {@code review}
     * @param components the classes under test
     */
    public static TestHall of(List<String> packages, Class<?>... components) {
        return new TestHall(packages, components);
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public TestClock clock() {
        return clock;
    }

    public JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    /** The actions that the journal holds, in order. */
    public List<String> journal() {
        return jdbc().sql("SELECT action FROM journal ORDER BY id")
                .query((row, number) -> row.getString("action"))
                .list();
    }

    @Override
    public void close() {
        context.close();
        pool.close();
    }

    private static final class Server {
        static final EmbeddedServer ONE = EmbeddedServer.throwAway();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Beans {

        @Bean
        JdbcClient jdbc(DataSource pool) {
            return JdbcClient.create(pool);
        }

        @Bean
        PlatformTransactionManager transactions(DataSource pool) {
            return new JdbcTransactionManager(pool);
        }

        @Bean
        SecureRandom random() {
            return new SecureRandom();
        }

        @Bean
        Supplier<UUID> uuids() {
            return UUID::randomUUID;
        }

        @Bean
        ColumnCipher cipher(SecureRandom random) {
            byte[] key = new byte[AesColumnCipher.KEY_BYTES];
            random.nextBytes(key);
            return new AesColumnCipher(key, random);
        }
    }
}
