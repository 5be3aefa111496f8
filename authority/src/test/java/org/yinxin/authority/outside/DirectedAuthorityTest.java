package org.yinxin.authority.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.yinxin.authority.Authority;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.AuthorityConfiguration;
import org.yinxin.authority.AuthoritySettings;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.authority.IssuanceOutcome;
import org.yinxin.authority.IssuedPair;
import org.yinxin.authority.PairDeed;
import org.yinxin.authority.PairOrder;
import org.yinxin.authority.PairStatusChange;
import org.yinxin.authority.PairStatusOutcome;
import org.yinxin.authority.RevocationReason;
import org.yinxin.authority.StatusChangeId;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.store.journal.Journal;

/** The door that the hall has: an order goes to where its authority is. */
class DirectedAuthorityTest {

    @Configuration(proxyBeanMethods = false)
    @Import(AuthorityConfiguration.class)
    static class Wiring {
        @Bean
        SecureRandom random() {
            return new SecureRandom();
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        Supplier<UUID> uuids() {
            return UUID::randomUUID;
        }

        @Bean
        @Qualifier("authority")
        JdbcClient jdbc(AuthorityBench bench) {
            return bench.jdbc;
        }

        @Bean
        @Qualifier("authority")
        PlatformTransactionManager transactions(AuthorityBench bench) {
            return new JdbcTransactionManager(bench.pool);
        }

        @Bean
        @Qualifier("authority")
        Journal journal(AuthorityBench bench) {
            return bench.journal;
        }
    }

    @TempDir private Path folder;
    private AuthorityBench bench;
    private PlayedAuthority played;
    private OutsideBench outside;

    @BeforeEach
    void open() throws Exception {
        bench = new AuthorityBench(folder);
        played = new PlayedAuthority(KeyAlgorithm.SM2);
        outside = PlayedBench.of(bench, folder.resolve("outside"), played);
    }

    @AfterEach
    void close() {
        played.close();
        bench.close();
    }

    private AnnotationConfigApplicationContext context(Map<String, String> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put(AuthoritySettings.KEY_FOLDER, folder.resolve("keys").toString());
        settings.put(AuthoritySettings.KEY_PASSWORD_FILE, folder.resolve("password").toString());
        settings.put(AuthoritySettings.PUBLIC_BASE_URL, "http://127.0.0.1:8080");
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", settings));
        context.registerBean(AuthorityBench.class, () -> bench);
        context.register(Wiring.class);
        context.refresh();
        return context;
    }

    private static IssuedPair issued(Authority authority, PairOrder order) {
        return ((IssuanceOutcome.Issued) authority.issuePair(order)).pair();
    }

    private static PairStatusOutcome revoke(Authority authority, PairOrder order) {
        return authority.changePair(
                new PairStatusChange(
                        new StatusChangeId(UUID.randomUUID()),
                        order.id(),
                        new PairDeed.Revoke(RevocationReason.SUPERSEDED)));
    }

    @Test
    void an_order_to_an_outside_code_goes_outside_and_one_to_a_local_code_stays() {
        PairOrder away = PlayedBench.order(bench, played);
        PairOrder here = bench.order();
        IssuedPair pair;
        try (var context = context(outside.settings)) {
            Authority authority = context.getBean(Authority.class);
            pair = issued(authority, away);
            assertThat(played.issued).hasSize(2);
            IssuedPair local = issued(authority, here);
            assertThat(played.issued).hasSize(2);
            assertThat(local.authority()).isEqualTo(bench.code());
            assertThat(pair.authority()).isEqualTo(OutsideBench.CODE);

            assertThat(authority.findPair(away.id())).isPresent();
            assertThat(authority.findPair(here.id())).isPresent();
            assertThat(revoke(authority, here)).isInstanceOf(PairStatusOutcome.Done.class);
            assertThat(played.reasons).isEmpty();
            assertThat(revoke(authority, away)).isInstanceOf(PairStatusOutcome.Done.class);
            assertThat(played.reasons).containsOnlyKeys(pair.signSerial(), pair.encryptionSerial());
            assertThat(status(authority, bench.code(), local.signSerial()))
                    .isInstanceOf(CertificateStatus.Revoked.class);
            assertThat(context.getBean(SweepOutside.class)).isNotNull();
        }
        // What it has issued stays known when it is not set up any more.
        bench = new AuthorityBench(bench.server, folder);
        try (var context = context(Map.of())) {
            Authority authority = context.getBean(Authority.class);
            assertThat(authority.findPair(away.id())).isPresent();
            assertThat(status(authority, OutsideBench.CODE, pair.signSerial()))
                    .isInstanceOf(CertificateStatus.Revoked.class);
        }
    }

    private static CertificateStatus status(
            Authority authority, AuthorityCode code, SerialNumber serial) {
        CertificateStatus one = authority.status(code, serial);
        assertThat(authority.statuses(code, List.of(serial))).containsEntry(serial, one);
        return one;
    }

    @Test
    void a_code_is_ours_or_outside_and_not_both() {
        Map<String, String> settings = new HashMap<>();
        outside.settings.forEach(
                (name, value) ->
                        settings.put(
                                name.replace(OutsideBench.CODE.value(), bench.code().value()),
                                value));
        settings.put(ReadSettings.CODES, bench.code().value());
        assertThatExceptionOfType(BeanCreationException.class)
                .isThrownBy(() -> context(settings))
                .withMessageContaining("give the outside one another code");
    }
}
