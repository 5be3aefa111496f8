package org.yinxin.hall.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.hall.HallSchema;
import org.yinxin.hall.TestDatabases;
import org.yinxin.hall.audit.AuditedJournal;
import org.yinxin.hall.privacy.AesColumnCipher;
import org.yinxin.hall.privacy.KeyFile;
import org.yinxin.standins.mail.MailStandIn;
import org.yinxin.standins.sms.SmsGatewayStandIn;
import org.yinxin.store.journal.JdbcJournal;
import org.yinxin.store.journal.Journal;

/** The hall, or some rooms of it, answering HTTP on a free port over a fresh database, with an SMS stand-in behind it. */
public final class HallServer implements AutoCloseable {

    private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])");

    private final TestClock clock = new TestClock();
    private final SmsGatewayStandIn sms = SmsGatewayStandIn.start(0, clock);
    private final MailStandIn mail = MailStandIn.start(0, clock);
    private final HikariDataSource pool = TestDatabases.hall();
    private final ConfigurableApplicationContext context;

    private HallServer(List<String> settings, Class<?>... rooms) {
        Path key = columnKey();
        var application = new SpringApplication(Wiring.class);
        application.addPrimarySources(List.of(rooms));
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setRegisterShutdownHook(false);
        application.addInitializers(
                fresh -> {
                    var beans = (GenericApplicationContext) fresh;
                    beans.registerBean(
                            DataSource.class, () -> pool, bean -> bean.setDestroyMethodName(""));
                    beans.registerBean(Clock.class, () -> clock);
                });
        var arguments =
                new ArrayList<>(
                        List.of(
                                "--server.port=0",
                                "--server.address=127.0.0.1",
                                "--spring.main.banner-mode=off",
                                "--spring.thymeleaf.prefix=classpath:/org/yinxin/hall/",
                                "--spring.main.log-startup-info=false",
                                "--db-scheduler.enabled=false",
                                "--yinxin.hall.column-key-file=" + key,
                                "--yinxin.notification.sms.url=" + sms.baseUrl(),
                                "--yinxin.notification.sms.connect-within=1m",
                                "--yinxin.notification.sms.answer-within=1m",
                                "--yinxin.notification.mail.host=127.0.0.1",
                                "--yinxin.notification.mail.port=" + mail.port(),
                                "--yinxin.notification.mail.security=NONE",
                                "--yinxin.notification.mail.from=hall@yinxin.example"));
        arguments.addAll(settings);
        this.context = application.run(arguments.toArray(String[]::new));
    }

    /**
     * Opens some rooms.
     *
     * @param rooms configurations, such as one with a component scan
     */
    public static HallServer start(List<String> settings, Class<?>... rooms) {
        return new HallServer(settings, rooms);
    }

    /** One hall of people for all test classes of this JVM; its clock only goes forward. */
    public static HallServer people() {
        return Shared.PEOPLE;
    }

    public URI url(String path) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** A browser without scripts: it keeps cookies and follows nothing by itself. */
    public Browser browser() {
        return new Browser(this);
    }

    static HttpClient client() {
        return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .build();
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public TestClock clock() {
        return clock;
    }

    public MailStandIn mail() {
        return mail;
    }

    public SmsGatewayStandIn sms() {
        return sms;
    }

    public JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    @Override
    public void close() {
        context.close();
        pool.close();
        sms.close();
        mail.close();
    }

    /**
     * The code in a message to a number, which arrives a moment after it was asked for. Notices that were on their way may come
     * at the same time.
     */
    public String codeSentTo(String mobile) {
        for (int tries = 0; tries < 3_600; tries++) {
            Optional<String> code =
                    sms.messagesTo(mobile).stream()
                            .filter(message -> message.at().equals(clock.instant()))
                            .flatMap(message -> CODE.matcher(message.text()).results())
                            .map(MatchResult::group)
                            .findFirst();
            if (code.isPresent()) {
                return code.get();
            }
            pause();
        }
        throw new IllegalStateException("no message came");
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(50));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path columnKey() {
        try {
            Path key = Files.createTempDirectory("yinxin-test").resolve("column.key");
            KeyFile.create(key, AesColumnCipher.KEY_BYTES, new SecureRandom());
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Shared {
        static final HallServer PEOPLE = HallServer.start(List.of(), PeopleRooms.class);
    }

    /** What the application's own wiring gives. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Wiring {

        @Bean
        Journal journal(JdbcClient jdbc) {
            return new JdbcJournal(jdbc, HallSchema.SCHEMA);
        }

        @Bean
        AuditedJournal ownJournal(DataSource pool) {
            return new AuditedJournal("hall", pool, HallSchema.SCHEMA);
        }

        @Bean
        SecureRandom random() {
            return new SecureRandom();
        }

        @Bean
        Supplier<UUID> uuids() {
            return UUID::randomUUID;
        }
    }
}
