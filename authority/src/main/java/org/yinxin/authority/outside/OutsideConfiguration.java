package org.yinxin.authority.outside;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.store.journal.Journal;

/** Outside authorities, of which there may be none. Whoever wires this calls {@link SweepOutside#sweep()} every minute or so. */
@Configuration(proxyBeanMethods = false)
public class OutsideConfiguration {

    @Bean
    OutsideCycle outsideCycle(
            Environment environment,
            @Qualifier("authority") JdbcClient jdbc,
            @Qualifier("authority") PlatformTransactionManager transactions,
            @Qualifier("authority") Journal journal,
            SecureRandom random,
            @Qualifier("uuids") Supplier<UUID> uuids,
            Clock clock) {
        return OutsideCycle.of(
                ReadSettings.of(environment::getProperty),
                new OutsideCycle.Means(
                        jdbc, new TransactionTemplate(transactions), journal, random, uuids, clock),
                Checkpoint.NONE);
    }

    @Bean
    SweepOutside sweepOutside(OutsideCycle cycle) {
        return cycle.sweep();
    }
}
