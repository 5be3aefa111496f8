package org.yinxin.authority.status;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionOperations;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.authority.PairDeed;
import org.yinxin.authority.PairStatusChange;
import org.yinxin.authority.PairStatusOutcome;
import org.yinxin.authority.RevocationReason;
import org.yinxin.authority.register.CertificateStatuses;
import org.yinxin.authority.register.CertificateStatuses.IssuedSerial;
import org.yinxin.store.journal.Journal;
import org.yinxin.store.journal.JournalEntry;

/**
 * Revokes, holds or resumes both halves of a pair in one transaction, so that no relying party ever sees one half good and
 * the other not.
 *
 * <p>Refuses a pair that was never issued; anything but the same revocation for what is revoked for good; resuming what
 * is not on hold. A half that was revoked by itself before stays as it is and the other half follows.
 *
 * <p>Whoever revokes what is on hold keeps the time of the hold: what was signed meanwhile must not become good afterwards.
 */
public final class ChangePairStatus {

    private final CertificateStatuses statuses;
    private final StatusChanges changes;
    private final Journal journal;
    private final TransactionOperations transaction;
    private final Clock clock;

    public ChangePairStatus(
            CertificateStatuses statuses,
            StatusChanges changes,
            Journal journal,
            TransactionOperations transaction,
            Clock clock) {
        this.statuses = statuses;
        this.changes = changes;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    public PairStatusOutcome change(PairStatusChange change) {
        return Objects.requireNonNull(transaction.execute(status -> changeLocked(change)));
    }

    private PairStatusOutcome changeLocked(PairStatusChange change) {
        changes.lock(change.pair());
        Optional<StatusChanges.Recorded> before = changes.find(change.id());
        if (before.isPresent()) {
            return again(change, before.get());
        }
        List<IssuedSerial> halves = statuses.halves(change.pair());
        if (halves.isEmpty()) {
            return new PairStatusOutcome.NeverIssued();
        }
        // CRL and OCSP say whole seconds; what the caller is told is what they will say.
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Map<IssuedSerial, CertificateStatus> standing = new LinkedHashMap<>();
        halves.forEach(half -> standing.put(half, statuses.lock(half.authority(), half.serial())));
        PairStatusOutcome outcome =
                switch (change.deed()) {
                    case PairDeed.Revoke(RevocationReason reason) -> revoke(standing, reason, now);
                    case PairDeed.Hold() -> hold(standing, now);
                    case PairDeed.Resume() -> resume(standing, now);
                };
        if (outcome instanceof PairStatusOutcome.Done(Instant since)) {
            changes.insert(change, since, now);
            record(change, halves, now);
        }
        return outcome;
    }

    private static PairStatusOutcome again(PairStatusChange change, StatusChanges.Recorded before) {
        if (!before.change().equals(change)) {
            throw new IllegalArgumentException("the change " + change.id() + " was another one");
        }
        return new PairStatusOutcome.Done(before.since());
    }

    private PairStatusOutcome revoke(
            Map<IssuedSerial, CertificateStatus> standing, RevocationReason reason, Instant now) {
        Optional<PairStatusOutcome.Final> first = revoked(standing);
        if (first.isPresent() && revokedHalves(standing) == standing.size()) {
            return first.get().reason() == reason
                    ? new PairStatusOutcome.Done(first.get().at())
                    : first.get();
        }
        Instant since = now;
        for (var half : standing.entrySet()) {
            Instant at =
                    half.getValue() instanceof CertificateStatus.Held(Instant held) ? held : now;
            if (!(half.getValue() instanceof CertificateStatus.Revoked)) {
                statuses.revoke(half.getKey().authority(), half.getKey().serial(), reason, at);
                since = at;
            }
        }
        return new PairStatusOutcome.Done(since);
    }

    private PairStatusOutcome hold(Map<IssuedSerial, CertificateStatus> standing, Instant now) {
        Optional<PairStatusOutcome.Final> first = revoked(standing);
        if (first.isPresent()) {
            return first.get();
        }
        Instant since = now;
        for (var half : standing.entrySet()) {
            if (half.getValue() instanceof CertificateStatus.Held(Instant held)) {
                since = held;
            } else {
                statuses.hold(half.getKey().authority(), half.getKey().serial(), now);
            }
        }
        return new PairStatusOutcome.Done(since);
    }

    private PairStatusOutcome resume(Map<IssuedSerial, CertificateStatus> standing, Instant now) {
        Optional<PairStatusOutcome.Final> first = revoked(standing);
        if (first.isPresent()) {
            return first.get();
        }
        if (!standing.values().stream().allMatch(CertificateStatus.Held.class::isInstance)) {
            return new PairStatusOutcome.NotHeld();
        }
        standing.keySet().forEach(half -> statuses.resume(half.authority(), half.serial()));
        return new PairStatusOutcome.Done(now);
    }

    private static long revokedHalves(Map<IssuedSerial, CertificateStatus> standing) {
        return standing.values().stream()
                .filter(CertificateStatus.Revoked.class::isInstance)
                .count();
    }

    private static Optional<PairStatusOutcome.Final> revoked(
            Map<IssuedSerial, CertificateStatus> standing) {
        return standing.values().stream()
                .filter(CertificateStatus.Revoked.class::isInstance)
                .map(CertificateStatus.Revoked.class::cast)
                .map(one -> new PairStatusOutcome.Final(one.at(), one.reason()))
                .findFirst();
    }

    private void record(PairStatusChange change, List<IssuedSerial> halves, Instant now) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("change", change.id().toString());
        details.put(
                "serials",
                halves.stream().map(half -> half.serial().hex()).collect(Collectors.joining(",")));
        if (change.deed() instanceof PairDeed.Revoke(RevocationReason reason)) {
            details.put("reason", reason.name());
        }
        journal.record(
                new JournalEntry(
                        now,
                        "system:authority",
                        action(change.deed()),
                        "pair-order:" + change.pair(),
                        details));
    }

    private static String action(PairDeed deed) {
        return switch (deed) {
            case PairDeed.Revoke _ -> "pair.revoked";
            case PairDeed.Hold _ -> "pair.held";
            case PairDeed.Resume _ -> "pair.resumed";
        };
    }
}
