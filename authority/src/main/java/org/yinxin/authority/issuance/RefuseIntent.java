package org.yinxin.authority.issuance;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionOperations;
import org.yinxin.authority.lint.Finding;
import org.yinxin.store.journal.Journal;
import org.yinxin.store.journal.JournalEntry;

/**
 * Closes an attempt that lint refused. Nothing was signed, so its serials stay unknown; they are spent all the same.
 * The keys are given back and the order is free.
 */
final class RefuseIntent {

    private static final String ACTOR = "system:authority";

    private final PairOrders orders;
    private final Intents intents;
    private final CertifiedKeys keys;
    private final Journal journal;
    private final TransactionOperations transaction;
    private final Clock clock;

    RefuseIntent(
            PairOrders orders,
            Intents intents,
            CertifiedKeys keys,
            Journal journal,
            TransactionOperations transaction,
            Clock clock) {
        this.orders = orders;
        this.intents = intents;
        this.keys = keys;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    void refuse(Intent intent, List<Finding> findings) {
        transaction.executeWithoutResult(
                status -> {
                    Instant now = clock.instant();
                    orders.lock(intent.order().id());
                    intents.close(intent.id(), "REFUSED", now);
                    orders.freed(intent.order().id(), now);
                    keys.release(intent.order().id());
                    journal.record(
                            new JournalEntry(
                                    now,
                                    ACTOR,
                                    intent.order().id().journalAction("refused"),
                                    intent.order().id().journalSubject(),
                                    Map.of(
                                            "intent", intent.id().value().toString(),
                                            "rules", rules(findings))));
                });
    }

    private static String rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).distinct().collect(Collectors.joining(","));
    }
}
