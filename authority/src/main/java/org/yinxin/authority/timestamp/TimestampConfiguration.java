package org.yinxin.authority.timestamp;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.authority.AuthoritySettings;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.key.AuthorityKeys;
import org.yinxin.authority.profile.StampingProfile;
import org.yinxin.authority.register.CertificateRegister;
import org.yinxin.store.journal.Journal;

/** Time stamps. Whoever wires this calls {@link CertifyStampingUnits#certify()} at start and every hour or so. */
@Configuration(proxyBeanMethods = false)
@Import(TimestampController.class)
public class TimestampConfiguration {

    @Bean
    StampPolicy stampPolicy(Environment environment) {
        return StampPolicy.of(environment);
    }

    @Bean
    CertifyStampingUnits certifyStampingUnits(
            @Qualifier("authority") JdbcClient jdbc,
            @Qualifier("authority") PlatformTransactionManager transactions,
            @Qualifier("authority") Journal journal,
            CertificationAuthorities authorities,
            AuthorityKeys keys,
            AuthoritySettings settings,
            StampPolicy policy,
            SecureRandom random,
            Clock clock) {
        return new CertifyStampingUnits(
                new CertifyStampingUnits.Means(
                        authorities,
                        new CertifiedUnits(jdbc),
                        new StampRecords(jdbc),
                        new CertificateRegister(jdbc),
                        keys,
                        new StampingProfile(settings.publicAddresses()),
                        journal,
                        new TransactionTemplate(transactions),
                        random,
                        clock),
                policy.unitValidity());
    }

    @Bean
    StampTime stampTime(
            @Qualifier("authority") JdbcClient jdbc,
            CertificationAuthorities authorities,
            AuthorityKeys keys,
            StampPolicy policy,
            Clock clock) {
        return new StampTime(
                authorities, new CertifiedUnits(jdbc), new StampRecords(jdbc), keys, policy, clock);
    }
}
