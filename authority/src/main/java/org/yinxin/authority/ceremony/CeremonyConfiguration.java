package org.yinxin.authority.ceremony;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.authority.AuthoritySettings;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.hierarchy.CrossCertificates;
import org.yinxin.authority.key.AuthorityKeys;
import org.yinxin.authority.profile.AuthorityProfile;
import org.yinxin.authority.register.CertificateRegister;
import org.yinxin.store.journal.Journal;

/** The ceremonies, on the beans that are qualified {@code authority}. */
@Configuration(proxyBeanMethods = false)
public class CeremonyConfiguration {

    @Bean
    CrossCertificates crossCertificates(@Qualifier("authority") JdbcClient jdbc) {
        return new CrossCertificates(jdbc);
    }

    @Bean
    CeremonyMeans ceremonyMeans(
            @Qualifier("authority") JdbcClient jdbc,
            @Qualifier("authority") PlatformTransactionManager transactions,
            @Qualifier("authority") Journal journal,
            CertificationAuthorities authorities,
            CrossCertificates crossCertificates,
            AuthorityKeys keys,
            AuthoritySettings settings,
            SecureRandom random,
            Clock clock) {
        return new CeremonyMeans(
                authorities,
                crossCertificates,
                new CertificateRegister(jdbc),
                keys,
                new AuthorityProfile(settings.publicAddresses()),
                journal,
                new TransactionTemplate(transactions),
                random,
                clock);
    }

    @Bean
    CreateHierarchy createHierarchy(CeremonyMeans means) {
        return new CreateHierarchy(means);
    }

    @Bean
    AddAuthorities addAuthorities(CeremonyMeans means) {
        return new AddAuthorities(means);
    }

    @Bean
    RollOverAuthority rollOverAuthority(CeremonyMeans means) {
        return new RollOverAuthority(means);
    }

    @Bean
    RetireAuthority retireAuthority(CeremonyMeans means) {
        return new RetireAuthority(means);
    }
}
