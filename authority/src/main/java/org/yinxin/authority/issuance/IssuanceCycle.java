package org.yinxin.authority.issuance;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.key.AuthorityKeys;
import org.yinxin.authority.key.NativeVerifier;
import org.yinxin.authority.lint.Lint;
import org.yinxin.authority.profile.CrlShards;
import org.yinxin.authority.profile.PairWriter;
import org.yinxin.authority.profile.PublicAddresses;
import org.yinxin.authority.profile.SingleWriter;
import org.yinxin.authority.profile.catalogue.CertificateProfiles;
import org.yinxin.authority.register.CertificateRegister;
import org.yinxin.authority.register.CertificateStatuses;
import org.yinxin.store.journal.Journal;

/** Puts the steps together: those who issue, and the one who cleans up after them. */
public record IssuanceCycle(
        IssuePair issuePair,
        IssueCertificate issueCertificate,
        SweepIntents sweepIntents,
        IssuedPairs pairs,
        IssuedCertificates certificates,
        Lint lint) {

    /**
     * What the cycle works with.
     *
     * @param grace how old an attempt must be to be taken for cut off
     * @param shards over how many revocation lists new certificates are spread
     */
    public record Means(
            JdbcClient jdbc,
            TransactionOperations transaction,
            Journal journal,
            CertificationAuthorities authorities,
            AuthorityKeys keys,
            PublicAddresses addresses,
            CertificateProfiles profiles,
            SecureRandom random,
            Supplier<UUID> uuids,
            Clock clock,
            Duration grace,
            CrlShards shards) {}

    public static IssuanceCycle of(Means means) {
        return of(means, Checkpoint.NONE);
    }

    static IssuanceCycle of(Means means, Checkpoint checkpoint) {
        PairOrders orders = new PairOrders(means.jdbc());
        Intents intents = new Intents(means.jdbc());
        CertifiedKeys certifiedKeys = new CertifiedKeys(means.jdbc());
        IssuedPairs pairs = new IssuedPairs(means.jdbc(), means.authorities());
        SweepIntents sweeper =
                new SweepIntents(
                        orders,
                        intents,
                        new CertificateStatuses(means.jdbc()),
                        means.journal(),
                        means.transaction(),
                        means.clock(),
                        means.grace());
        RecordIntent recordIntent =
                new RecordIntent(
                        means.authorities(),
                        orders,
                        intents,
                        certifiedKeys,
                        means.shards(),
                        sweeper,
                        means.transaction(),
                        checkpoint,
                        means.uuids(),
                        means.clock(),
                        means.grace());
        RefuseIntent refuseIntent =
                new RefuseIntent(
                        orders,
                        intents,
                        certifiedKeys,
                        means.journal(),
                        means.transaction(),
                        means.clock());
        StoreIssued storeIssued =
                new StoreIssued(
                        intents,
                        new CertificateRegister(means.jdbc()),
                        means.journal(),
                        means.transaction(),
                        checkpoint,
                        means.clock());
        Lint lint = new Lint(certifiedKeys);
        AdmitOrder admission =
                new AdmitOrder(
                        means.authorities(),
                        means.profiles(),
                        NativeVerifier.fastest(means.random()));
        RunOrder runOrder =
                new RunOrder(
                        new DraftIntent(
                                new PairWriter(means.addresses()),
                                new SingleWriter(means.addresses()),
                                means.shards(),
                                means.random()),
                        recordIntent,
                        // Its keys were taken in the very table that the rule about them asks.
                        Lint.ofTakenKeys(),
                        refuseIntent,
                        means.keys(),
                        storeIssued,
                        checkpoint);
        IssuedCertificates certificates = new IssuedCertificates(means.jdbc(), means.authorities());
        return new IssuanceCycle(
                new IssuePair(admission, runOrder, pairs),
                new IssueCertificate(admission, runOrder, certificates),
                sweeper,
                pairs,
                certificates,
                lint);
    }
}
