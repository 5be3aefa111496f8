package org.yinxin.authority.issuance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionOperations;
import org.yinxin.authority.OrderId;
import org.yinxin.authority.register.CertificateStatuses;
import org.yinxin.store.journal.Journal;
import org.yinxin.store.journal.JournalEntry;

/**
 * Closes attempts that were cut off: marks their serials revoked and sets the order free to start afresh.
 *
 * <p>It never signs an old intent again. SM2 signatures are random, and the first attempt may have signed before it
 * died: two certificates would then bear one serial. Several nodes may sweep at once; each takes the orders that no other
 * holds. An attempt that was only slow, and comes to store what it signed after it was swept, finds its intent closed and throws
 * its signatures away.
 */
public final class SweepIntents {

    private static final String ACTOR = "system:authority";
    private static final int BATCH = 100;

    private final PairOrders orders;
    private final Intents intents;
    private final CertificateStatuses statuses;
    private final Journal journal;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final Duration grace;

    SweepIntents(
            PairOrders orders,
            Intents intents,
            CertificateStatuses statuses,
            Journal journal,
            TransactionOperations transaction,
            Clock clock,
            Duration grace) {
        this.orders = orders;
        this.intents = intents;
        this.statuses = statuses;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
        this.grace = grace;
    }

    /** Closes what is older than the grace period and answers how many attempts that were. */
    public int sweep() {
        int swept = 0;
        int batch;
        do {
            Integer done = transaction.execute(status -> sweepBatch());
            batch = done == null ? 0 : done;
            swept += batch;
        } while (batch == BATCH);
        return swept;
    }

    private int sweepBatch() {
        Instant now = clock.instant();
        List<OrderId> cutOff = orders.lockIntendedBefore(now.minus(grace), BATCH);
        cutOff.forEach(order -> sweepLocked(order, now));
        return cutOff.size();
    }

    /** Closes the open attempt of an order whose row the caller's transaction holds. */
    void sweepLocked(OrderId order, Instant now) {
        IntentId intent =
                intents.open(order)
                        .orElseThrow(
                                () -> new IllegalStateException("under way without an attempt"));
        List<Intents.Spent> spent = intents.spent(intent);
        spent.forEach(each -> statuses.insertRevoked(each.authority(), each.serial(), now));
        intents.close(intent, "SWEPT", now);
        orders.freed(order, now);
        String serials =
                spent.stream().map(each -> each.serial().hex()).collect(Collectors.joining(","));
        journal.record(
                new JournalEntry(
                        now,
                        ACTOR,
                        order.journalAction("swept"),
                        order.journalSubject(),
                        Map.of("intent", intent.value().toString(), "serials", serials)));
    }
}
