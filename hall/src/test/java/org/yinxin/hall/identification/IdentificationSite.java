package org.yinxin.hall.identification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.IdentityMethod;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.code.MobileNumber;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.testing.HallServer;
import org.yinxin.hall.testing.People;
import org.yinxin.standins.identity.BankStandIn;
import org.yinxin.standins.identity.EnterpriseRegisterStandIn;
import org.yinxin.standins.identity.RealNameStandIn;

/** The room of identification over HTTP, with the sources as stand-ins behind it, and somebody who hears what it tells. */
final class IdentificationSite implements AutoCloseable {

    static final String SECRET = "the-secret-of-the-tests";
    static final int ATTEMPTS = 3;

    /** Long for an answer on a busy machine; who is to be too slow is slower by far. */
    private static final String PATIENCE = "10s";

    private static final Random RANDOM = new Random(7);

    final RealNameStandIn realName;
    final EnterpriseRegisterStandIn register;
    final BankStandIn bank;
    final HallServer hall;

    IdentificationSite() {
        SecureRandom random = new SecureRandom();
        // The stand-ins live in the hall's time, which is made with it.
        var clock = new LateClock();
        realName = RealNameStandIn.start(0, SECRET, clock, random);
        register = EnterpriseRegisterStandIn.start(0, SECRET);
        bank = BankStandIn.start(0, SECRET, clock);
        String secret = secretFile();
        String prefix = "--yinxin.identification.source.";
        hall =
                HallServer.start(
                        List.of(
                                prefix + "real-name.url=" + realName.baseUrl(),
                                prefix + "real-name.secret-file=" + secret,
                                prefix + "real-name.connect-within=" + PATIENCE,
                                prefix + "real-name.answer-within=" + PATIENCE,
                                prefix + "register.url=" + register.baseUrl(),
                                prefix + "register.secret-file=" + secret,
                                prefix + "register.connect-within=" + PATIENCE,
                                prefix + "register.answer-within=" + PATIENCE,
                                prefix + "bank.url=" + bank.baseUrl(),
                                prefix + "bank.secret-file=" + secret,
                                prefix + "bank.connect-within=" + PATIENCE,
                                prefix + "bank.answer-within=" + PATIENCE,
                                prefix + "face-callback=http://127.0.0.1:9/identification"),
                        Rooms.class);
        clock.follow(hall.clock());
        realName.notices().redirect(hall.url("/identification/face/notify"));
    }

    /** Nothing goes wrong any more. */
    void calm() {
        realName.steering().calm();
        realName.notices().fallSilent(false);
        register.steering().calm();
        bank.steering().calm();
        hall.sms().steering().calm();
        hall.get(Heard.class).failing = false;
    }

    static CheckKey key() {
        return new CheckKey(CaseNumber.draw(YearMonth.of(2026, 11), RANDOM), new GateCode("KYC"));
    }

    CheckKey opened(boolean soft, IdentityMethod... methods) {
        CheckKey key = key();
        hall.get(OpenIdentification.class)
                .open(People.SUBSCRIBER, key, new IdentityRules(List.of(methods), soft, ATTEMPTS));
        return key;
    }

    CheckKey openedBank() {
        CheckKey key = key();
        hall.get(OpenBankCheck.class)
                .open(People.SUBSCRIBER, key, new TransferRules(new Money(1), ATTEMPTS, 3));
        return key;
    }

    /** Somebody made up; another number for each, because codes to one number are limited. */
    static Subject person(String name) {
        String mobile = "1991" + "%07d".formatted(RANDOM.nextInt(1_000_000) * 10 + 1);
        return new Subject(
                name,
                "150102199001010019",
                new MobileNumber(mobile),
                "91150100MA0T0045X0",
                "云岭市星河测试科技有限公司");
    }

    static Subject unit(String name, String code) {
        return new Subject(null, null, null, code, name);
    }

    /** How each try of a check stands, oldest first, such as {@code MOBILE=PASSED/MATCH}. */
    List<String> tries(CheckKey key) {
        return hall.jdbc()
                .sql(
                        """
                        SELECT method || '=' || state || '/' || coalesce(result, '') AS one
                          FROM identification_try WHERE case_number = :case ORDER BY started_at, id
                        """)
                .param("case", key.caseNumber().text())
                .query((row, number) -> row.getString(1))
                .list();
    }

    List<IdentityEstablished> heard(CheckKey key) {
        return hall.get(Heard.class).all.stream().filter(it -> it.check().equals(key)).toList();
    }

    List<String> journal(CheckKey key) {
        return hall.jdbc()
                .sql("SELECT action FROM journal WHERE subject = :subject ORDER BY id")
                .param("subject", key.journalSubject())
                .query((row, number) -> row.getString(1))
                .list();
    }

    @Override
    public void close() {
        hall.close();
        realName.close();
        register.close();
        bank.close();
    }

    private static String secretFile() {
        try {
            Path file = Files.createTempFile("yinxin-test", ".secret");
            Files.writeString(file, SECRET + "\n");
            return file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who waits for a check to be passed; may fail as a node does that is killed before the commit. */
    static final class Heard {
        final List<IdentityEstablished> all = new CopyOnWriteArrayList<>();
        volatile boolean failing;

        @EventListener
        void on(IdentityEstablished established) {
            if (failing) {
                throw new IllegalStateException("killed before the commit");
            }
            all.add(established);
        }
    }

    private static final class LateClock extends Clock {
        private volatile @Nullable Clock followed;

        void follow(Clock clock) {
            followed = clock;
        }

        private Clock clock() {
            Clock now = followed;
            return now == null ? Clock.systemUTC() : now;
        }

        @Override
        public ZoneId getZone() {
            return clock().getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return clock().withZone(zone);
        }

        @Override
        public Instant instant() {
            return clock().instant();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan({
        "org.yinxin.hall.access",
        "org.yinxin.hall.account",
        "org.yinxin.hall.audit",
        "org.yinxin.hall.identification",
        "org.yinxin.hall.notification",
        "org.yinxin.hall.operator",
        "org.yinxin.hall.privacy",
        "org.yinxin.hall.web"
    })
    static class Rooms {

        @Bean
        Heard heard() {
            return new Heard();
        }
    }
}
