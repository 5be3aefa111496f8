package org.yinxin.authority.timestamp;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.unit.OpenUnits;

/** Time stamps. */
@Configuration(proxyBeanMethods = false)
@Import(TimestampController.class)
public class TimestampConfiguration {

    @Bean
    StampPolicy stampPolicy(Environment environment) {
        return StampPolicy.of(environment);
    }

    @Bean
    StampTime stampTime(
            @Qualifier("authority") JdbcClient jdbc,
            CertificationAuthorities authorities,
            OpenUnits units,
            StampPolicy policy,
            Clock clock) {
        return new StampTime(authorities, units, new StampRecords(jdbc), policy, clock);
    }
}
