package org.yinxin.authority;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.authority.ceremony.CeremonyConfiguration;
import org.yinxin.authority.check.CheckIssued;
import org.yinxin.authority.cmp.CmpConfiguration;
import org.yinxin.authority.crl.ClearCrls;
import org.yinxin.authority.crl.CrlOutlook;
import org.yinxin.authority.crl.PublishCrl;
import org.yinxin.authority.crl.RepublishCrls;
import org.yinxin.authority.crl.WorkFiles;
import org.yinxin.authority.custodian.CustodianConfiguration;
import org.yinxin.authority.est.EstConfiguration;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.issuance.IssuanceCycle;
import org.yinxin.authority.issuance.SweepIntents;
import org.yinxin.authority.key.AuthorityKeys;
import org.yinxin.authority.key.selection.KeyConfiguration;
import org.yinxin.authority.machine.MachineConfiguration;
import org.yinxin.authority.outside.OutsideConfiguration;
import org.yinxin.authority.outside.OutsideCycle;
import org.yinxin.authority.profile.catalogue.CertificateProfiles;
import org.yinxin.authority.profile.catalogue.ProfileFiles;
import org.yinxin.authority.profile.catalogue.ProfileShelf;
import org.yinxin.authority.profile.catalogue.ProfileVersions;
import org.yinxin.authority.register.CertificateRegister;
import org.yinxin.authority.register.CertificateStatuses;
import org.yinxin.authority.responder.AuthorityResponders;
import org.yinxin.authority.responder.DelegatedResponderTable;
import org.yinxin.authority.responder.ResponderKeys;
import org.yinxin.authority.responder.RollOverResponders;
import org.yinxin.authority.status.AnswerOcsp;
import org.yinxin.authority.status.ChangePairStatus;
import org.yinxin.authority.status.RevokeCertificate;
import org.yinxin.authority.status.StatusChanges;
import org.yinxin.authority.subscriber.SubscriberConfiguration;
import org.yinxin.authority.timestamp.TimestampConfiguration;
import org.yinxin.authority.unit.UnitConfiguration;
import org.yinxin.authority.web.PublicAddressesConfiguration;
import org.yinxin.store.journal.Journal;

/**
 * Opens the authority's doors on the beans that are qualified {@code authority}. The sweeper is a bean and has no clock
 * of its own: whoever wires this calls {@link SweepIntents#sweep()} at start and every minute or so.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    PublicAddressesConfiguration.class,
    KeyConfiguration.class,
    UnitConfiguration.class,
    TimestampConfiguration.class,
    MachineConfiguration.class,
    CustodianConfiguration.class,
    CeremonyConfiguration.class,
    EstConfiguration.class,
    CmpConfiguration.class,
    OutsideConfiguration.class,
    SubscriberConfiguration.class
})
public class AuthorityConfiguration {

    @Bean
    AuthoritySettings authoritySettings(Environment environment) {
        return AuthoritySettings.of(environment);
    }

    @Bean
    CertificationAuthorities certificationAuthorities(@Qualifier("authority") JdbcClient jdbc) {
        return new CertificationAuthorities(jdbc);
    }

    @Bean
    CertificateProfiles certificateProfiles(
            @Qualifier("authority") JdbcClient jdbc,
            @Qualifier("authority") PlatformTransactionManager transactions,
            AuthoritySettings settings,
            Clock clock) {
        Path folder = settings.profileFolder();
        return CertificateProfiles.of(
                ProfileShelf.of(
                        ProfileFiles.shipped(),
                        folder == null ? List.of() : ProfileFiles.in(folder)),
                settings.profileEditions(),
                new ProfileVersions(jdbc, new TransactionTemplate(transactions), clock));
    }

    @Bean
    IssuanceCycle issuanceCycle(
            @Qualifier("authority") JdbcClient jdbc,
            @Qualifier("authority") PlatformTransactionManager transactions,
            @Qualifier("authority") Journal journal,
            CertificationAuthorities authorities,
            AuthorityKeys keys,
            CertificateProfiles profiles,
            AuthoritySettings settings,
            SecureRandom random,
            @Qualifier("uuids") Supplier<UUID> uuids,
            Clock clock) {
        return IssuanceCycle.of(
                new IssuanceCycle.Means(
                        jdbc,
                        new TransactionTemplate(transactions),
                        journal,
                        authorities,
                        keys,
                        settings.publicAddresses(),
                        profiles,
                        random,
                        uuids,
                        clock,
                        settings.intentGrace(),
                        settings.crlShards()));
    }

    @Bean
    SweepIntents sweepIntents(IssuanceCycle cycle) {
        return cycle.sweepIntents();
    }

    @Bean
    Authority authority(
            @Qualifier("authority") JdbcClient jdbc,
            @Qualifier("authority") PlatformTransactionManager transactions,
            @Qualifier("authority") Journal journal,
            CertificationAuthorities authorities,
            IssuanceCycle cycle,
            OutsideCycle outside,
            Clock clock) {
        CertificateStatuses statuses = new CertificateStatuses(jdbc);
        LocalAuthority local =
                new LocalAuthority(
                        cycle.issuePair(),
                        cycle.pairs(),
                        new RevokeCertificate(
                                statuses, journal, new TransactionTemplate(transactions), clock),
                        new ChangePairStatus(
                                statuses,
                                new StatusChanges(jdbc),
                                journal,
                                new TransactionTemplate(transactions),
                                clock),
                        statuses);
        return DirectedAuthority.of(local, outside.authority(), authorities);
    }

    @Bean
    CheckIssued checkIssued(
            @Qualifier("authority") JdbcClient jdbc,
            @Qualifier("authority") PlatformTransactionManager transactions,
            CertificationAuthorities authorities,
            CertificateProfiles profiles,
            IssuanceCycle cycle) {
        return CheckIssued.of(
                jdbc, authorities, profiles, cycle.lint(), new TransactionTemplate(transactions));
    }

    @Bean
    PublishCrl publishCrl(
            @Qualifier("authority") JdbcClient jdbc,
            @Qualifier("authority") PlatformTransactionManager transactions,
            CertificationAuthorities authorities,
            AuthorityKeys keys,
            AuthoritySettings settings,
            Clock clock) {
        return new PublishCrl(
                new PublishCrl.Means(
                        jdbc,
                        transactions,
                        authorities,
                        keys,
                        settings.publicAddresses(),
                        WorkFiles.in(settings.crlWorkFolder()),
                        clock));
    }

    @Bean
    RepublishCrls republishCrls(
            @Qualifier("authority") JdbcClient jdbc,
            CertificationAuthorities authorities,
            PublishCrl publishCrl,
            Clock clock) {
        return new RepublishCrls(authorities, publishCrl, jdbc, clock);
    }

    @Bean
    ClearCrls clearCrls(
            @Qualifier("authority") JdbcClient jdbc,
            @Qualifier("authority") PlatformTransactionManager transactions,
            @Qualifier("authority") Journal journal,
            AuthoritySettings settings,
            Clock clock) {
        return new ClearCrls(
                jdbc, new TransactionTemplate(transactions), journal, settings.crlKept(), clock);
    }

    @Bean
    CrlOutlook crlOutlook(@Qualifier("authority") JdbcClient jdbc, Clock clock) {
        return new CrlOutlook(jdbc, clock);
    }

    @Bean
    AnswerOcsp answerOcsp(
            @Qualifier("authority") JdbcClient jdbc,
            CertificationAuthorities authorities,
            AuthorityKeys keys,
            AuthoritySettings settings,
            Clock clock) {
        return new AnswerOcsp(
                authorities,
                new CertificateStatuses(jdbc)::find,
                new AuthorityResponders(keys),
                clock,
                settings.ocsp());
    }

    @Bean
    RollOverResponders rollOverResponders(
            @Qualifier("authority") JdbcClient jdbc,
            @Qualifier("authority") PlatformTransactionManager transactions,
            @Qualifier("authority") Journal journal,
            CertificationAuthorities authorities,
            AuthorityKeys keys,
            AuthoritySettings settings,
            SecureRandom random,
            Clock clock) {
        return new RollOverResponders(
                new RollOverResponders.Means(
                        authorities,
                        new DelegatedResponderTable(jdbc),
                        new CertificateRegister(jdbc),
                        keys,
                        ResponderKeys.in(settings.responderKeyFolder(), random, clock),
                        journal,
                        new TransactionTemplate(transactions),
                        random,
                        clock),
                settings.responderValidity());
    }
}
