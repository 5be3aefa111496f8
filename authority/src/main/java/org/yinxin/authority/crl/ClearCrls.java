package org.yinxin.authority.crl;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.yinxin.store.journal.Journal;
import org.yinxin.store.journal.JournalEntry;

/**
 * Removes the octets of lists that ran out long ago and were followed by others. What a list was stays on record: its number,
 * its times, how many entries it had. Called on one node by whoever wires this.
 */
public final class ClearCrls {

    private static final String ACTOR = "system:authority";

    private final Crls crls;
    private final TransactionOperations transaction;
    private final Journal journal;
    private final @Nullable Duration kept;
    private final Clock clock;

    /**
     * Works with how long they are to be kept.
     *
     * @param kept counted from the end of a list; null for ever
     */
    public ClearCrls(
            JdbcClient jdbc,
            TransactionOperations transaction,
            Journal journal,
            @Nullable Duration kept,
            Clock clock) {
        this.crls = new Crls(jdbc);
        this.transaction = transaction;
        this.journal = journal;
        this.kept = kept;
        this.clock = clock;
    }

    /** Each in a transaction of its own, as one may have hundreds of rows; answers how many lists that were. */
    public int clear() {
        if (kept == null) {
            return 0;
        }
        Instant now = clock.instant();
        int cleared = 0;
        for (Crls.Numbered list : crls.toClear(now.minus(kept))) {
            cleared += Boolean.TRUE.equals(transaction.execute(_ -> clear(list, now))) ? 1 : 0;
        }
        return cleared;
    }

    private boolean clear(Crls.Numbered list, Instant now) {
        if (!crls.clear(list)) {
            return false; // somebody was faster
        }
        journal.record(
                new JournalEntry(
                        now,
                        ACTOR,
                        "crl.cleared",
                        "authority:" + list.authority(),
                        Map.of("number", Long.toString(list.number()))));
        return true;
    }
}
