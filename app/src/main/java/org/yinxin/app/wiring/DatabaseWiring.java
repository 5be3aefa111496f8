package org.yinxin.app.wiring;

import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.yinxin.authority.AuthoritySchema;
import org.yinxin.custody.CustodySchema;
import org.yinxin.hall.HallSchema;
import org.yinxin.hall.audit.AuditedJournal;
import org.yinxin.store.journal.JdbcJournal;
import org.yinxin.store.journal.Journal;

/**
 * Three of everything that has to do with the database: the hall's without a qualifier, the authority's and the
 * custody's under theirs. The pools are closed by whoever opened {@link Databases}, after the context.
 */
@Configuration(proxyBeanMethods = false)
public class DatabaseWiring {

    @Bean(destroyMethod = "")
    @Primary
    DataSource dataSource(Databases databases) {
        return databases.hall();
    }

    @Bean
    @Primary
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    @Primary
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    @Primary
    Journal journal(JdbcClient jdbcClient) {
        return new JdbcJournal(jdbcClient, HallSchema.SCHEMA);
    }

    @Bean(destroyMethod = "")
    @Qualifier("authority")
    DataSource authorityDataSource(Databases databases) {
        return databases.authority();
    }

    @Bean
    @Qualifier("authority")
    JdbcClient authorityJdbcClient(Databases databases) {
        return JdbcClient.create(databases.authority());
    }

    @Bean
    @Qualifier("authority")
    PlatformTransactionManager authorityTransactionManager(Databases databases) {
        return new JdbcTransactionManager(databases.authority());
    }

    @Bean
    @Qualifier("authority")
    Journal authorityJournal(@Qualifier("authority") JdbcClient jdbc) {
        return new JdbcJournal(jdbc, AuthoritySchema.SCHEMA);
    }

    @Bean(destroyMethod = "")
    @Qualifier("custody")
    DataSource custodyDataSource(Databases databases) {
        return databases.custody();
    }

    @Bean
    @Qualifier("custody")
    JdbcClient custodyJdbcClient(Databases databases) {
        return JdbcClient.create(databases.custody());
    }

    @Bean
    @Qualifier("custody")
    PlatformTransactionManager custodyTransactionManager(Databases databases) {
        return new JdbcTransactionManager(databases.custody());
    }

    @Bean
    @Qualifier("custody")
    Journal custodyJournal(@Qualifier("custody") JdbcClient jdbc) {
        return new JdbcJournal(jdbc, CustodySchema.SCHEMA);
    }

    /** The journals that the auditor sees and the hall's job seals. */
    @Bean
    AuditedJournal hallAudited(Databases databases) {
        return new AuditedJournal("hall", databases.hall(), HallSchema.SCHEMA);
    }

    @Bean
    AuditedJournal authorityAudited(Databases databases) {
        return new AuditedJournal("authority", databases.authority(), AuthoritySchema.SCHEMA);
    }

    @Bean
    AuditedJournal custodyAudited(Databases databases) {
        return new AuditedJournal("custody", databases.custody(), CustodySchema.SCHEMA);
    }
}
