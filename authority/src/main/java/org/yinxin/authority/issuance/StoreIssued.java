package org.yinxin.authority.issuance;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.transaction.support.TransactionOperations;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.profile.CertificateUse;
import org.yinxin.authority.register.CertificateRegister;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.store.journal.Journal;
import org.yinxin.store.journal.JournalEntry;

/**
 * Last step: stores the certificates, their statuses and the journal entry in one transaction, so that a pair is whole or
 * not there.
 *
 * <p>Stores only what the stored intent announced: the signed bytes are compared with the bytes in the database and not
 * with what this process remembers. Refuses, by answering false, an attempt that was swept meanwhile; its signatures must
 * then be thrown away.
 */
final class StoreIssued {

    private static final String ACTOR = "system:authority";

    private final Intents intents;
    private final CertificateRegister register;
    private final Journal journal;
    private final TransactionOperations transaction;
    private final Checkpoint checkpoint;
    private final Clock clock;

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
        return Boolean.TRUE.equals(transaction.execute(status -> storeLocked(intent, signed)));
    }

    private boolean storeLocked(Intent intent, Map<CertificateUse, SignedCertificate> signed) {
        Instant now = clock.instant();
        Map<CertificateUse, byte[]> intended = intents.lockOpen(intent.order().id(), intent.id());
        if (intended.isEmpty()) {
            return false;
        }
        requireIntended(intended, signed);
        AuthorityCode issuer = intent.order().authority().code();
        register.insert(issuer, List.copyOf(signed.values()), now);
        signed.keySet().forEach(use -> checkpoint.reached(Step.written(use)));
        intents.issued(intent.id(), now);
        journal.record(
                new JournalEntry(
                        now,
                        ACTOR,
                        intent.order().id().journalAction("issued"),
                        intent.order().id().journalSubject(),
                        details(intent, signed)));
        checkpoint.reached(Step.JOURNAL_WRITTEN);
        return true;
    }

    private static Map<String, String> details(
            Intent intent, Map<CertificateUse, SignedCertificate> signed) {
        Map<String, String> details = new HashMap<>();
        details.put("authority", intent.order().authority().code().value());
        details.put("attempt", Integer.toString(intent.attempt()));
        signed.forEach(
                (use, certificate) ->
                        details.put(
                                use.name().toLowerCase(Locale.ROOT),
                                certificate.tbs().serial().hex()));
        return details;
    }

    private static void requireIntended(
            Map<CertificateUse, byte[]> intended, Map<CertificateUse, SignedCertificate> signed) {
        boolean same =
                intended.keySet().equals(signed.keySet())
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
