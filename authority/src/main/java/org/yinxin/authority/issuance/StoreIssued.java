package org.yinxin.authority.issuance;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.yinxin.authority.profile.CertificateUse;
import org.yinxin.authority.register.CertificateRegister;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.store.commit.GroupCommit;
import org.yinxin.store.journal.Journal;
import org.yinxin.store.journal.JournalEntry;

/**
 * Last step: stores the certificates, their statuses and the journal entry in one transaction, so that a pair is whole or
 * not there. What comes at about the same time is stored together.
 *
 * <p>Stores only what the stored intent announced: the signed bytes are compared with the bytes in the database and not
 * with what this process remembers. Refuses, by answering false, an attempt that was swept meanwhile; its signatures must
 * then be thrown away.
 */
final class StoreIssued {

    private static final String ACTOR = "system:authority";

    /** What was signed for an attempt. */
    private record Signed(Intent intent, Map<CertificateUse, SignedCertificate> certificates) {

        private Stream<CertificateRegister.Entry> entries() {
            return certificates.values().stream()
                    .map(
                            each ->
                                    new CertificateRegister.Entry(
                                            intent.order().authority().code(),
                                            each,
                                            intent.shard()));
        }

        private JournalEntry fact(Instant now) {
            return new JournalEntry(
                    now,
                    ACTOR,
                    intent.order().id().journalAction("issued"),
                    intent.order().id().journalSubject(),
                    details());
        }

        private Map<String, String> details() {
            Map<String, String> details = new HashMap<>();
            details.put("authority", intent.order().authority().code().value());
            details.put("attempt", Integer.toString(intent.attempt()));
            certificates.forEach(
                    (use, certificate) ->
                            details.put(
                                    use.name().toLowerCase(Locale.ROOT),
                                    certificate.tbs().serial().hex()));
            return details;
        }
    }

    private static final int MOST_TOGETHER = 32;

    private final Intents intents;
    private final CertificateRegister register;
    private final Journal journal;
    private final TransactionOperations transaction;
    private final Checkpoint checkpoint;
    private final Clock clock;
    private final GroupCommit<Signed, Boolean> together =
            new GroupCommit<>(MOST_TOGETHER, this::commit);

    StoreIssued(
            Intents intents,
            CertificateRegister register,
            Journal journal,
            TransactionOperations transaction,
            Checkpoint checkpoint,
            Clock clock) {
        this.intents = intents;
        this.register = register;
        this.journal = journal;
        this.transaction = transaction;
        this.checkpoint = checkpoint;
        this.clock = clock;
    }

    boolean store(Intent intent, Map<CertificateUse, SignedCertificate> signed) {
        return together.ask(new Signed(intent, signed));
    }

    private Optional<List<Boolean>> commit(List<Signed> all) {
        return Objects.requireNonNull(transaction.execute(status -> commit(all, status)));
    }

    private Optional<List<Boolean>> commit(List<Signed> all, TransactionStatus status) {
        Instant now = clock.instant();
        Map<IntentId, Map<CertificateUse, byte[]>> intended =
                intents.issued(all.stream().map(Signed::intent).toList(), now);
        if (intended.size() != all.size()) {
            status.setRollbackOnly();
            return all.size() == 1 ? Optional.of(List.of(false)) : Optional.empty();
        }
        all.forEach(each -> requireIntended(intended.get(each.intent().id()), each.certificates()));
        register.insert(all.stream().flatMap(Signed::entries).toList(), now);
        all.stream()
                .flatMap(each -> each.certificates().keySet().stream())
                .distinct()
                .forEach(use -> checkpoint.reached(Step.written(use)));
        journal.record(all.stream().map(each -> each.fact(now)).toList());
        checkpoint.reached(Step.JOURNAL_WRITTEN);
        return Optional.of(Collections.nCopies(all.size(), true));
    }

    private static void requireIntended(
            @Nullable Map<CertificateUse, byte[]> intended,
            Map<CertificateUse, SignedCertificate> signed) {
        boolean same =
                intended != null
                        && intended.keySet().equals(signed.keySet())
                        && signed.entrySet().stream()
                                .allMatch(
                                        one ->
                                                Arrays.equals(
                                                        intended.get(one.getKey()),
                                                        one.getValue().tbs().encoded()));
        if (!same) {
            throw new IllegalStateException("what was signed is not what was intended");
        }
    }
}
