package org.yinxin.authority.issuance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.yinxin.authority.IssuanceOutcome.Refused;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.hierarchy.Standing;
import org.yinxin.authority.profile.CrlShards;
import org.yinxin.store.commit.GroupCommit;

/**
 * First step: commits the exact bytes that are going to be signed. When this has answered {@link Recording.Recorded}, no
 * signature exists and the record of what is planned does.
 *
 * <p>New orders that come at about the same time are recorded in one transaction. An attempt of the same order that is older
 * than the grace period is swept on the way. Refuses: an order id that was used before for something else; a key that
 * serves another order; an authority that was retired or given a new key since the order was admitted.
 */
final class RecordIntent {

    /** What came of it. */
    sealed interface Recording {
        record Recorded(Intent intent) implements Recording {}

        /** Another call is at it, or was cut off within the grace period. */
        record UnderWay() implements Recording {}

        /** What is ordered was issued before. */
        record Done() implements Recording {}

        /** A newer generation of the authority signs by now: the order is to be admitted and drafted anew. */
        record Superseded() implements Recording {}

        record NotRecorded(Refused refusal) implements Recording {}
    }

    /** A draft of an order that this transaction holds and that so many attempts were made for before. */
    private record Next(Draft draft, int attempts) {}

    private static final int MOST_TOGETHER = 32;

    private final CertificationAuthorities authorities;
    private final PairOrders orders;
    private final Intents intents;
    private final CertifiedKeys keys;
    private final CrlShards shards;
    private final SweepIntents sweeper;
    private final TransactionOperations transaction;
    private final Checkpoint checkpoint;
    private final Supplier<UUID> uuids;
    private final Clock clock;
    private final Duration grace;
    private final GroupCommit<Draft, Recording> together =
            new GroupCommit<>(MOST_TOGETHER, this::commit);

    RecordIntent(
            CertificationAuthorities authorities,
            PairOrders orders,
            Intents intents,
            CertifiedKeys keys,
            CrlShards shards,
            SweepIntents sweeper,
            TransactionOperations transaction,
            Checkpoint checkpoint,
            Supplier<UUID> uuids,
            Clock clock,
            Duration grace) {
        this.authorities = authorities;
        this.orders = orders;
        this.intents = intents;
        this.keys = keys;
        this.shards = shards;
        this.sweeper = sweeper;
        this.transaction = transaction;
        this.checkpoint = checkpoint;
        this.uuids = uuids;
        this.clock = clock;
        this.grace = grace;
    }

    Recording record(Draft draft) {
        return together.ask(draft);
    }

    /** The same of an order that is known not to be new, which keeps nobody else waiting. */
    Recording recordAgain(Draft draft) {
        return together.alone(draft);
    }

    private Optional<List<Recording>> commit(List<Draft> drafts) {
        return Objects.requireNonNull(
                transaction.execute(
                        status ->
                                drafts.size() == 1
                                        ? Optional.of(List.of(record(drafts.getFirst(), status)))
                                        : recordNew(drafts, status)));
    }

    private Optional<List<Recording>> recordNew(List<Draft> drafts, TransactionStatus status) {
        Instant now = clock.instant();
        List<Next> first = drafts.stream().map(draft -> new Next(draft, 0)).toList();
        if (orders.begin(drafts.stream().map(Draft::order).toList(), now) == drafts.size()
                && drafts.stream().map(this::authority).distinct().allMatch(this::issues)
                && keys.take(drafts)) {
            return Optional.of(write(first, now));
        }
        status.setRollbackOnly();
        return Optional.empty();
    }

    private Recording record(Draft draft, TransactionStatus status) {
        Instant now = clock.instant();
        AdmittedOrder order = draft.order();
        return switch (orders.openAndLock(order, now)) {
            case OrderState.Issued issued ->
                    Arrays.equals(issued.content(), order.content())
                            ? new Recording.Done()
                            : new Recording.NotRecorded(
                                    new Refused(
                                            IssuanceRefusal.ORDER_MISMATCH,
                                            "this order was issued with other content"));
            case OrderState.Intended(int attempts, Instant since) -> {
                if (since.isAfter(now.minus(grace))) {
                    yield new Recording.UnderWay();
                }
                sweeper.sweepLocked(order.id(), now);
                orders.intended(order, now);
                yield record(new Next(draft, attempts), now, status);
            }
            case OrderState.Free(int attempts) -> {
                orders.intended(order, now);
                yield record(new Next(draft, attempts), now, status);
            }
            case OrderState.Begun() -> record(new Next(draft, 0), now, status);
        };
    }

    private Recording record(Next next, Instant now, TransactionStatus status) {
        CertificationAuthority authority = authority(next.draft());
        Recording recording =
                switch (authorities.standing(authority)) {
                    case Standing.Superseded _ -> new Recording.Superseded();
                    case Standing.Retired _ ->
                            new Recording.NotRecorded(
                                    new Refused(
                                            IssuanceRefusal.UNKNOWN_AUTHORITY,
                                            "the authority %s is retired and issues no more"
                                                    .formatted(authority.code())));
                    case Standing.Issuing _ ->
                            keys.take(List.of(next.draft()))
                                    ? write(List.of(next), now).getFirst()
                                    : new Recording.NotRecorded(
                                            new Refused(
                                                    IssuanceRefusal.KEY_ALREADY_CERTIFIED,
                                                    "one of the keys is certified for another order already"));
                };
        if (!(recording instanceof Recording.Recorded)) {
            status.setRollbackOnly();
        }
        return recording;
    }

    private List<Recording> write(List<Next> nexts, Instant now) {
        List<Intent> written =
                nexts.stream()
                        .map(
                                next ->
                                        next.draft()
                                                .attempt(
                                                        new IntentId(uuids.get()),
                                                        next.attempts() + 1))
                        .toList();
        nexts.stream()
                .map(next -> authority(next.draft()))
                .distinct()
                .forEach(each -> intents.keepShards(each.code(), shards.highest(each.line())));
        intents.insert(written, now);
        checkpoint.reached(Step.INTENT_WRITTEN);
        return written.stream().<Recording>map(Recording.Recorded::new).toList();
    }

    private boolean issues(CertificationAuthority authority) {
        return authorities.standing(authority) instanceof Standing.Issuing;
    }

    private CertificationAuthority authority(Draft draft) {
        return draft.order().authority();
    }
}
