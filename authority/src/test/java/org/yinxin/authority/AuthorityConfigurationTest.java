package org.yinxin.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.yinxin.authority.issuance.SweepIntents;
import org.yinxin.authority.profile.PublicAddresses;
import org.yinxin.authority.profile.catalogue.FaultyProfilesException;
import org.yinxin.authority.profile.catalogue.ProfileEditions;
import org.yinxin.authority.status.AnswerOcsp;
import org.yinxin.authority.status.NeverIssued;
import org.yinxin.authority.web.PublicAddressesConfiguration;
import org.yinxin.store.journal.Journal;

class AuthorityConfigurationTest {

    @TempDir private Path folder;

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

    private Map<String, Object> settings() {
        return Map.of(
                AuthoritySettings.KEY_FOLDER, folder.resolve("keys").toString(),
                AuthoritySettings.KEY_PASSWORD_FILE, folder.resolve("password").toString(),
                AuthoritySettings.PUBLIC_BASE_URL, "http://127.0.0.1:8080");
    }

    private static AuthoritySettings read(Map<String, Object> properties) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        return AuthoritySettings.of(environment);
    }

    @Test
    void opens_the_doors_on_the_qualified_beans() {
        try (AuthorityBench bench = new AuthorityBench(folder);
                AnnotationConfigApplicationContext context =
                        new AnnotationConfigApplicationContext()) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("test", settings()));
            context.registerBean(AuthorityBench.class, () -> bench);
            context.register(Wiring.class);
            context.refresh();
            Authority authority = context.getBean(Authority.class);
            PairOrder order = bench.order();
            assertThat(authority.issuePair(order))
                    .isInstanceOfSatisfying(
                            IssuanceOutcome.Issued.class,
                            issued -> assertWorks(authority, order, issued.pair()));
            assertThat(context.getBean(SweepIntents.class).sweep()).isZero();
            assertThat(context.getBean(PublicAddressesConfiguration.class)).isNotNull();
        }
    }

    private static void assertWorks(Authority authority, PairOrder order, IssuedPair pair) {
        assertThat(authority.findPair(order.id())).isPresent();
        assertThat(
                        authority.revoke(
                                pair.authority(), pair.signSerial(), RevocationReason.SUPERSEDED))
                .isInstanceOf(RevocationOutcome.Revoked.class);
        assertThat(authority.status(pair.authority(), pair.signSerial()))
                .isInstanceOf(CertificateStatus.Revoked.class);
    }

    @Test
    void settings_have_defaults() {
        AuthoritySettings read = read(settings());
        assertThat(read.intentGrace()).isEqualTo(Duration.ofMinutes(1));
        assertThat(read.ocsp()).isEqualTo(AnswerOcsp.Policy.USUAL);
        assertThat(read.responderKeyFolder())
                .isEqualTo(read.keyFolder().resolveSibling("responders"));
        assertThat(read.responderValidity()).isEqualTo(Duration.ofDays(30));
        assertThat(read.profileEditions()).isEqualTo(ProfileEditions.USUAL);
        assertThat(read.profileFolder()).isNull();
    }

    @Test
    void the_hall_does_not_start_with_a_bad_profile() throws IOException {
        try (AuthorityBench bench = new AuthorityBench(folder)) {
            refusesProfiles(bench);
        }
    }

    private void refusesProfiles(AuthorityBench bench) throws IOException {
        Path profiles = Files.createDirectory(folder.resolve("profiles"));
        Path file = profiles.resolve("mine.yaml");
        Files.writeString(
                file,
                BenchProfiles.shipped("organisation-2012").replace("keyAgreement", "keyCertSign"));
        Map<String, Object> settings = new HashMap<>(settings());
        settings.put(AuthoritySettings.PROFILE_FOLDER, profiles.toString());
        assertThatThrownBy(() -> start(bench, settings))
                .rootCause()
                .isInstanceOf(FaultyProfilesException.class)
                .hasMessageContaining(file + ":17: \"keyCertSign\" is no value of \"bits\"");
        settings.put(AuthoritySettings.PROFILE_FOLDER, file + ".not-there");
        assertThatThrownBy(() -> start(bench, settings))
                .rootCause()
                .hasMessageContaining("This is no folder of profiles that can be read.");
        settings.remove(AuthoritySettings.PROFILE_FOLDER);
        settings.put(AuthoritySettings.PROFILES, "*:2013");
        assertThatThrownBy(() -> start(bench, settings))
                .rootCause()
                .hasMessage(
                        "There is no certificate profile of the edition 2013; there are 2012, 2023.");
    }

    private static void start(AuthorityBench bench, Map<String, Object> settings) {
        try (AnnotationConfigApplicationContext context =
                new AnnotationConfigApplicationContext()) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("test", settings));
            context.registerBean(AuthorityBench.class, () -> bench);
            context.register(Wiring.class);
            context.refresh();
        }
    }

    @Test
    void what_is_told_of_serials_that_were_never_issued_is_set() {
        Map<String, Object> settings = new HashMap<>(settings());
        settings.put(AuthoritySettings.OCSP_NEVER_ISSUED, "good");
        assertThat(read(settings).ocsp().neverIssued()).isEqualTo(NeverIssued.GOOD);
        settings.put(AuthoritySettings.OCSP_NEVER_ISSUED, "fine");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(settings))
                .withMessageContaining("unknown or good, not fine");
    }

    @Test
    void refuses_settings_that_would_do_harm() {
        AuthoritySettings sound = read(settings());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(sound, Duration.ofSeconds(4), Duration.ofHours(1)))
                .withMessageContaining(AuthoritySettings.INTENT_GRACE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(sound, Duration.ofMinutes(1), Duration.ZERO))
                .withMessageContaining(AuthoritySettings.OCSP_VALIDITY);
        Map<String, Object> brief = new HashMap<>(settings());
        brief.put(AuthoritySettings.RESPONDER_VALIDITY, "PT1H");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(brief))
                .withMessageContaining(AuthoritySettings.RESPONDER_VALIDITY);
        Map<String, Object> forgetful = new HashMap<>(settings());
        forgetful.put(AuthoritySettings.CRL_KEPT, "PT23H");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(forgetful))
                .withMessageContaining(AuthoritySettings.CRL_KEPT);
        forgetful.put(AuthoritySettings.CRL_KEPT, "P400D");
        assertThat(read(forgetful).crlKept()).isEqualTo(Duration.ofDays(400));
        for (String url : new String[] {"ftp://host", "/path", "http:opaque", "http://host?q=1"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new PublicAddresses(URI.create(url)));
        }
    }

    private static AuthoritySettings with(
            AuthoritySettings settings, Duration grace, Duration validity) {
        return new AuthoritySettings(
                settings.keyFolder(),
                settings.keyPasswordFile(),
                settings.publicAddresses(),
                grace,
                new AnswerOcsp.Policy(validity, NeverIssued.UNKNOWN),
                settings.responderKeyFolder(),
                settings.responderValidity(),
                settings.crlWorkFolder(),
                settings.crlShards(),
                settings.crlKept(),
                settings.profileEditions(),
                settings.profileFolder());
    }

    @Test
    void reasons_keep_their_numbers() {
        for (RevocationReason reason : RevocationReason.values()) {
            assertThat(RevocationReason.ofCode(reason.code())).isEqualTo(reason);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> RevocationReason.ofCode(2));
    }

    @Test
    void authority_codes_are_fit_for_addresses() {
        for (String code : new String[] {"", "A", "a b", "a/b", "1a", "-a", "a".repeat(41)}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new AuthorityCode(code));
        }
    }
}
