package org.yinxin.authority.custodian;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;
import org.yinxin.store.journal.Journal;
import org.yinxin.store.journal.JournalEntry;

/**
 * Finds out whether people at the console are custodians whose duty something is. After {@value #MOST_FAILURES} wrong secrets in a row a name is
 * locked for a quarter of an hour; how many there were is in the database, so that ending the program forgets nothing.
 *
 * <p>Refuses: where it takes two, fewer or more, and the same name twice; and, in the same words whichever it is, a name that is
 * unknown, closed, locked or of another duty, and a wrong secret. The journal says which it was.
 */
public final class AdmitCustodians {

    static final int MOST_FAILURES = 5;
    static final Duration LOCK = Duration.ofMinutes(15);

    /** What somebody says of himself. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Claim(CustodianName name, char[] secret) {}

    /**
     * What came of it.
     *
     * @param <T> who is admitted
     */
    public sealed interface Admission<T> {
        record Admitted<T>(T who) implements Admission<T> {}

        record Refused<T>(String sentence) implements Admission<T> {}
    }

    private final Custodians custodians;
    private final Journal journal;
    private final TransactionOperations transaction;
    private final Clock clock;

    public AdmitCustodians(
            Custodians custodians,
            Journal journal,
            TransactionOperations transaction,
            Clock clock) {
        this.custodians = custodians;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Admits one, for an act that another one completes.
     *
     * @param duty whose act it is
     * @param purpose what is wanted, for the journal, such as {@code key-recovery.ask}
     */
    public Admission<OneCustodian> admitOne(Claim claim, CustodianDuty duty, String purpose) {
        return isAdmitted(claim, duty, purpose)
                ? new Admission.Admitted<>(new OneCustodian(claim.name()))
                : new Admission.Refused<>(sentence(claim.name()));
    }

    /**
     * Admits two.
     *
     * @param duty whose act it is
     * @param purpose what they want, for the journal, such as {@code hierarchy.roll}
     */
    public Admission<TwoCustodians> admit(List<Claim> claims, CustodianDuty duty, String purpose) {
        if (claims.size() != 2) {
            return new Admission.Refused<>("this takes two custodians, not " + claims.size());
        }
        CustodianName one = claims.getFirst().name();
        CustodianName other = claims.getLast().name();
        if (one.equals(other)) {
            transaction.executeWithoutResult(_ -> record(one, "TWICE", purpose));
            return new Admission.Refused<>(
                    "this takes two custodians, and %s is one person".formatted(one));
        }
        for (Claim claim : claims) {
            if (!isAdmitted(claim, duty, purpose)) {
                return new Admission.Refused<>(sentence(claim.name()));
            }
        }
        return new Admission.Admitted<>(new TwoCustodians(duty, one, other));
    }

    // A transaction of its own: what was tried stays on record whatever follows.
    private boolean isAdmitted(Claim claim, CustodianDuty duty, String purpose) {
        return Objects.requireNonNull(transaction.execute(_ -> faultOf(claim, duty, purpose)))
                .isEmpty();
    }

    /** The same for every reason, so that nobody learns which names there are. */
    static String sentence(CustodianName name) {
        return "%s is not admitted: the name or the secret is wrong, or this is not the duty of that name, or there were %d wrong secrets and %d minutes are not over"
                .formatted(name, MOST_FAILURES, LOCK.toMinutes());
    }

    private Optional<String> faultOf(Claim claim, CustodianDuty duty, String purpose) {
        Instant now = clock.instant();
        Optional<Custodian> found = custodians.lock(claim.name());
        boolean matches =
                found.map(Custodian::secret)
                        .orElseGet(HashedSecret::ofNobody)
                        .matches(claim.secret());
        Optional<String> fault =
                found.isEmpty() ? Optional.of("UNKNOWN") : faultOf(found.get(), duty, matches, now);
        fault.ifPresent(reason -> record(claim.name(), reason, purpose));
        return fault;
    }

    private Optional<String> faultOf(
            Custodian custodian, CustodianDuty duty, boolean matches, Instant now) {
        if (custodian.closedAt() != null) {
            return Optional.of("CLOSED");
        }
        if (custodian.isLocked(now)) {
            return Optional.of("LOCKED");
        }
        if (matches) {
            custodians.tried(custodian.name(), 0, null);
            return custodian.duty() == duty ? Optional.empty() : Optional.of("DUTY");
        }
        int failures = custodian.failures() + 1;
        boolean locks = failures >= MOST_FAILURES;
        custodians.tried(custodian.name(), locks ? 0 : failures, locks ? now.plus(LOCK) : null);
        return Optional.of("SECRET");
    }

    private void record(CustodianName name, String reason, String purpose) {
        journal.record(
                new JournalEntry(
                        clock.instant(),
                        AddCustodian.CONSOLE,
                        "custodian.refused",
                        "custodian:" + name,
                        Map.of("reason", reason, "purpose", purpose)));
    }
}
