package org.yinxin.authority.custodian;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import org.yinxin.store.journal.Journal;
import org.yinxin.store.journal.JournalEntry;

/**
 * Adds a custodian and draws his secret, which is told once and kept as a slow hash only. The first two of a duty are added by
 * whoever sits at the console, and the journal says so; who that is, is for the protocol of the ceremony to say.
 *
 * <p>Refuses: from the third of a duty on, to add without two others of that duty, or when one of them was closed meanwhile; and a
 * name that is or was another's, of whichever duty.
 */
public final class AddCustodian {

    /** Whoever sits at the console, as the journal names them. */
    static final String CONSOLE = "system:command-line";

    static final int LEAST = 2;

    /** What came of it. */
    public sealed interface Addition {
        record Added(CustodianName name, String secret) implements Addition {}

        record Refused(String sentence) implements Addition {}
    }

    private final Custodians custodians;
    private final Journal journal;
    private final TransactionOperations transaction;
    private final SecureRandom random;
    private final Clock clock;

    public AddCustodian(
            Custodians custodians,
            Journal journal,
            TransactionOperations transaction,
            SecureRandom random,
            Clock clock) {
        this.custodians = custodians;
        this.journal = journal;
        this.transaction = transaction;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Adds one.
     *
     * @param by two others of the same duty; null where there are not two yet
     */
    public Addition add(CustodianName name, CustodianDuty duty, @Nullable TwoCustodians by) {
        String secret = HashedSecret.draw(random);
        HashedSecret hashed = HashedSecret.of(secret.toCharArray(), random);
        return Objects.requireNonNull(
                transaction.execute(_ -> add(name, duty, secret, hashed, by)));
    }

    private Addition add(
            CustodianName name,
            CustodianDuty duty,
            String secret,
            HashedSecret hashed,
            @Nullable TwoCustodians by) {
        Instant now = clock.instant();
        custodians.lockTable();
        if (custodians.open(duty) >= LEAST
                && (by == null || !by.have(duty) || !custodians.areOpen(by))) {
            return new Addition.Refused(
                    "there are two custodians of %s already: adding another takes two of them"
                            .formatted(duty.word()));
        }
        if (!custodians.insert(name, duty, hashed, now)) {
            return new Addition.Refused(
                    "the name %s is taken, perhaps by a closed custodian".formatted(name));
        }
        journal.record(
                new JournalEntry(
                        now,
                        by == null ? CONSOLE : by.actor(duty),
                        "custodian.added",
                        "custodian:" + name,
                        Map.of(
                                "duty",
                                duty.word(),
                                "without-others",
                                Boolean.toString(by == null))));
        return new Addition.Added(name, secret);
    }
}
