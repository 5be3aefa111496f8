package org.yinxin.authority.unit;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.authority.AuthoritySettings;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.key.AuthorityKeys;
import org.yinxin.authority.profile.UnitProfile;
import org.yinxin.authority.register.CertificateRegister;
import org.yinxin.store.journal.Journal;

/** The units of the authorities. Whoever wires this calls {@link CertifyUnits#certify()} at start and every hour or so. */
@Configuration(proxyBeanMethods = false)
public class UnitConfiguration {

    /** An ISO 8601 duration, six years if left out. */
    public static final String TIME_STAMP_UNIT_VALIDITY =
            "yinxin.authority.time-stamp-unit-validity";

    @Bean
    OpenUnits openUnits(@Qualifier("authority") JdbcClient jdbc, AuthorityKeys keys, Clock clock) {
        return new OpenUnits(new CertifiedUnits(jdbc), keys, clock);
    }

    @Bean
    CertifyUnits certifyUnits(
            Environment environment,
            @Qualifier("authority") JdbcClient jdbc,
            @Qualifier("authority") PlatformTransactionManager transactions,
            @Qualifier("authority") Journal journal,
            CertificationAuthorities authorities,
            AuthorityKeys keys,
            AuthoritySettings settings,
            SecureRandom random,
            Clock clock) {
        String stamping = environment.getProperty(TIME_STAMP_UNIT_VALIDITY);
        return new CertifyUnits(
                new CertifyUnits.Means(
                        authorities,
                        new CertifiedUnits(jdbc),
                        new CertificateRegister(jdbc),
                        keys,
                        new UnitProfile(settings.publicAddresses()),
                        journal,
                        new TransactionTemplate(transactions),
                        random,
                        clock),
                stamping == null
                        ? CertifyUnits.USUAL_VALIDITY
                        : Map.of(
                                UnitTask.TIME_STAMPING,
                                Duration.parse(stamping),
                                UnitTask.ENROLMENT,
                                CertifyUnits.USUAL_ENROLMENT));
    }
}
