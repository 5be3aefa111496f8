package org.yinxin.authority.subscriber;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.authority.Authority;
import org.yinxin.authority.profile.catalogue.CertificateProfiles;

/** Who is in the register, on the beans that are qualified {@code authority}. */
@Configuration(proxyBeanMethods = false)
public class SubscriberConfiguration {

    @Bean
    FindPairs findPairs(
            @Qualifier("authority") JdbcClient jdbc,
            Authority authority,
            CertificateProfiles profiles) {
        return new FindPairs(jdbc, authority, profiles);
    }
}
