package org.yinxin.authority.custodian;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.store.journal.Journal;

/** The custodians, on the beans that are qualified {@code authority}. */
@Configuration(proxyBeanMethods = false)
public class CustodianConfiguration {

    @Bean
    Custodians custodians(@Qualifier("authority") JdbcClient jdbc) {
        return new Custodians(jdbc);
    }

    @Bean
    AdmitCustodians admitCustodians(
            Custodians custodians,
            @Qualifier("authority") Journal journal,
            @Qualifier("authority") PlatformTransactionManager transactions,
            Clock clock) {
        return new AdmitCustodians(
                custodians, journal, new TransactionTemplate(transactions), clock);
    }

    @Bean
    AddCustodian addCustodian(
            Custodians custodians,
            @Qualifier("authority") Journal journal,
            @Qualifier("authority") PlatformTransactionManager transactions,
            SecureRandom random,
            Clock clock) {
        return new AddCustodian(
                custodians, journal, new TransactionTemplate(transactions), random, clock);
    }

    @Bean
    CloseCustodian closeCustodian(
            Custodians custodians,
            @Qualifier("authority") Journal journal,
            @Qualifier("authority") PlatformTransactionManager transactions,
            Clock clock) {
        return new CloseCustodian(
                custodians, journal, new TransactionTemplate(transactions), clock);
    }
}
