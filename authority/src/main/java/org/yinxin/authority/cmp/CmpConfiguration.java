package org.yinxin.authority.cmp;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.hierarchy.CrossCertificates;
import org.yinxin.authority.issuance.IssuanceCycle;
import org.yinxin.authority.machine.AdmitMachine;
import org.yinxin.authority.machine.EnrolMachine;
import org.yinxin.authority.machine.MachineCertificates;
import org.yinxin.authority.machine.MachineSecrets;
import org.yinxin.authority.machine.SettleCertificate;
import org.yinxin.authority.register.CertificateStatuses;
import org.yinxin.authority.status.RevokeCertificate;
import org.yinxin.authority.unit.OpenUnits;
import org.yinxin.store.journal.Journal;

/** CMP. Whoever wires this calls {@link SettleCertificate#revokeUnconfirmed()} every minute or so. */
@Configuration(proxyBeanMethods = false)
@Import(CmpController.class)
public class CmpConfiguration {

    /** An ISO 8601 duration, ten minutes if left out: how long a machine may take to confirm a certificate. */
    public static final String CONFIRM_WITHIN = "yinxin.authority.cmp-confirm-within";

    @Bean
    SettleCertificate settleCertificate(
            @Qualifier("authority") JdbcClient jdbc,
            @Qualifier("authority") PlatformTransactionManager transactions,
            @Qualifier("authority") Journal journal,
            MachineCertificates certificates,
            IssuanceCycle cycle,
            Clock clock) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        return new SettleCertificate(
                certificates,
                cycle.certificates(),
                new RevokeCertificate(new CertificateStatuses(jdbc), journal, transaction, clock),
                transaction,
                clock);
    }

    @Bean
    AnswerCmp answerCmp(
            Environment environment,
            @Qualifier("authority") JdbcClient jdbc,
            @Qualifier("authority") PlatformTransactionManager transactions,
            @Qualifier("authority") Journal journal,
            CertificationAuthorities authorities,
            CrossCertificates crossCertificates,
            OpenUnits units,
            AdmitMachine admitMachine,
            EnrolMachine enrolMachine,
            MachineCertificates certificates,
            MachineSecrets secrets,
            SettleCertificate settleCertificate,
            IssuanceCycle cycle,
            SecureRandom random,
            Clock clock) {
        SecretCodes codes = new SecretCodes(random);
        Transactions table = new Transactions(jdbc);
        Duration confirmWithin = Duration.parse(environment.getProperty(CONFIRM_WITHIN, "PT10M"));
        return new AnswerCmp(
                authorities,
                new IdentifySender(admitMachine, secrets, certificates, codes, clock),
                new Certify(enrolMachine, certificates, table, confirmWithin, clock),
                new ConfirmCertificate(table, cycle.certificates(), settleCertificate),
                new RevokeByMachine(
                        certificates,
                        new RevokeCertificate(
                                new CertificateStatuses(jdbc),
                                journal,
                                new TransactionTemplate(transactions),
                                clock)),
                new TellGenerally(authorities, crossCertificates),
                new ProtectAnswer(authorities, units, secrets, codes, clock),
                random);
    }
}
