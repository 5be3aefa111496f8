package org.yinxin.authority.machine;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;
import org.yinxin.store.journal.Journal;
import org.yinxin.store.journal.JournalEntry;

/**
 * Lets a machine in no more, for good; its certificates stay as they are. Refuses a machine that is unknown; closing a
 * closed one changes nothing.
 */
public final class CloseMachine {

    private final Machines machines;
    private final Journal journal;
    private final TransactionOperations transaction;
    private final Clock clock;

    public CloseMachine(
            Machines machines, Journal journal, TransactionOperations transaction, Clock clock) {
        this.machines = machines;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Answers whether there is such a machine. */
    public boolean close(MachineName name, String by) {
        return Boolean.TRUE.equals(transaction.execute(_ -> closeLocked(name, by)));
    }

    private boolean closeLocked(MachineName name, String by) {
        Optional<Machine> machine = machines.lock(name);
        if (machine.isPresent() && machine.get().closedAt() == null) {
            Instant now = clock.instant();
            machines.close(name, now);
            journal.record(
                    new JournalEntry(now, by, "machine.closed", "machine:" + name, Map.of()));
        }
        return machine.isPresent();
    }
}
