package org.yinxin.authority.custodian;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;
import org.yinxin.store.journal.Journal;
import org.yinxin.store.journal.JournalEntry;

/**
 * Closes a custodian, for good; also one whose secret is lost or known to somebody else.
 *
 * <p>Refuses: to close one of the two who do it, so that two of that duty are always left; when one of the two was closed
 * meanwhile; and a name that is unknown, closed already or of another duty than theirs.
 */
public final class CloseCustodian {

    private final Custodians custodians;
    private final Journal journal;
    private final TransactionOperations transaction;
    private final Clock clock;

    public CloseCustodian(
            Custodians custodians,
            Journal journal,
            TransactionOperations transaction,
            Clock clock) {
        this.custodians = custodians;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Answers why not; empty when it was done. */
    public Optional<String> close(CustodianName name, CustodianDuty duty, TwoCustodians by) {
        return Objects.requireNonNull(transaction.execute(_ -> closeLocked(name, duty, by)));
    }

    private Optional<String> closeLocked(CustodianName name, CustodianDuty duty, TwoCustodians by) {
        if (by.names().contains(name)) {
            return Optional.of(
                    "%s is closed by two others, so that two are always left".formatted(name));
        }
        Instant now = clock.instant();
        custodians.lockTable();
        // Two pairs who close each other at the same time would otherwise leave nobody.
        if (!custodians.areOpen(by)) {
            return Optional.of("one of the two was closed meanwhile");
        }
        if (!custodians.close(name, duty, now)) {
            return Optional.of("there is no open custodian %s of %s".formatted(name, duty.word()));
        }
        journal.record(
                new JournalEntry(
                        now, by.actor(duty), "custodian.closed", "custodian:" + name, Map.of()));
        return Optional.empty();
    }
}
