package org.yinxin.authority.machine;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.authority.AuthoritySettings;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.issuance.IssuanceCycle;
import org.yinxin.authority.key.NativeVerifier;
import org.yinxin.store.journal.Journal;

/** Registered machines. */
@Configuration(proxyBeanMethods = false)
public class MachineConfiguration {

    /** A folder; if left out, {@code machines} beside the key folder of the authorities. */
    public static final String SECRET_FOLDER = "yinxin.authority.machine-secret-folder";

    @Bean
    Machines registeredMachines(@Qualifier("authority") JdbcClient jdbc) {
        return new Machines(jdbc);
    }

    @Bean
    MachineCertificates machineCertificates(@Qualifier("authority") JdbcClient jdbc) {
        return new MachineCertificates(jdbc);
    }

    @Bean
    MachineSecrets machineSecrets(
            Environment environment, AuthoritySettings settings, SecureRandom random) {
        String folder = environment.getProperty(SECRET_FOLDER);
        return new MachineSecrets(
                folder == null
                        ? settings.keyFolder().resolveSibling(MachineSecrets.FOLDER)
                        : Path.of(folder),
                random);
    }

    @Bean
    AdmitMachine admitMachine(Machines machines, MachineSecrets secrets) {
        return new AdmitMachine(machines, secrets);
    }

    @Bean
    RegisterMachine registerMachine(
            CertificationAuthorities authorities,
            Machines machines,
            MachineSecrets secrets,
            @Qualifier("authority") Journal journal,
            @Qualifier("authority") PlatformTransactionManager transactions,
            Clock clock) {
        return new RegisterMachine(
                authorities,
                machines,
                secrets,
                journal,
                new TransactionTemplate(transactions),
                clock);
    }

    @Bean
    CloseMachine closeMachine(
            Machines machines,
            @Qualifier("authority") Journal journal,
            @Qualifier("authority") PlatformTransactionManager transactions,
            Clock clock) {
        return new CloseMachine(machines, journal, new TransactionTemplate(transactions), clock);
    }

    @Bean
    EnrolMachine enrolMachine(
            Machines machines,
            MachineCertificates certificates,
            IssuanceCycle cycle,
            SecureRandom random,
            @Qualifier("authority") PlatformTransactionManager transactions,
            Clock clock) {
        return new EnrolMachine(
                machines,
                certificates,
                cycle.issueCertificate(),
                NativeVerifier.fastest(random),
                new TransactionTemplate(transactions),
                clock);
    }
}
