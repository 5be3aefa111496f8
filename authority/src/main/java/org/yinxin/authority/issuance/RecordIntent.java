package org.yinxin.authority.issuance;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.yinxin.authority.IssuanceOutcome.Refused;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.hierarchy.Standing;
import org.yinxin.authority.issuance.AdmittedOrder.AdmittedPair;
import org.yinxin.authority.issuance.AdmittedOrder.AdmittedSingle;
import org.yinxin.authority.profile.CrlShards;
import org.yinxin.authority.profile.Intended;
import org.yinxin.authority.profile.PairProfile;
import org.yinxin.authority.profile.SingleProfile;
import org.yinxin.pki.certificate.SerialNumber;

/**
 * First step: draws the serials and commits the exact bytes that are going to be signed. When this has answered
 * {@link Recording.Recorded}, no signature exists and the record of what is planned does.
 *
 * <p>An attempt of the same order that is older than the grace period is swept on the way. Refuses: an order id that was
 * used before for something else; a key that serves another order.
 */
final class RecordIntent {

    /** How certificates are written. */
    record Profiles(PairProfile pair, SingleProfile single, CrlShards shards) {}

    /** What came of it. */
    sealed interface Recording {
        record Recorded(Intent intent) implements Recording {}

        /** Another call is at it, or was cut off within the grace period. */
        record UnderWay() implements Recording {}

        /** What is ordered was issued before. */
        record Done() implements Recording {}

        record NotRecorded(Refused refusal) implements Recording {}
    }

    private final CertificationAuthorities authorities;
    private final PairOrders orders;
    private final Intents intents;
    private final CertifiedKeys keys;
    private final Profiles profiles;
    private final SweepIntents sweeper;
    private final TransactionOperations transaction;
    private final Checkpoint checkpoint;
    private final SecureRandom random;
    private final Supplier<UUID> uuids;
    private final Clock clock;
    private final Duration grace;

    RecordIntent(
            CertificationAuthorities authorities,
            PairOrders orders,
            Intents intents,
            CertifiedKeys keys,
            Profiles profiles,
            SweepIntents sweeper,
            TransactionOperations transaction,
            Checkpoint checkpoint,
            SecureRandom random,
            Supplier<UUID> uuids,
            Clock clock,
            Duration grace) {
        this.authorities = authorities;
        this.orders = orders;
        this.intents = intents;
        this.keys = keys;
        this.profiles = profiles;
        this.sweeper = sweeper;
        this.transaction = transaction;
        this.checkpoint = checkpoint;
        this.random = random;
        this.uuids = uuids;
        this.clock = clock;
        this.grace = grace;
    }

    Recording record(AdmittedOrder order) {
        Recording recording = transaction.execute(status -> record(order, status));
        if (recording == null) {
            throw new IllegalStateException("a transaction without an answer");
        }
        return recording;
    }

    private Recording record(AdmittedOrder order, TransactionStatus status) {
        Instant now = clock.instant();
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
                yield write(order, attempts, now, status);
            }
            case OrderState.Free(int attempts) -> {
                orders.intended(order, now);
                yield write(order, attempts, now, status);
            }
            case OrderState.Begun begun -> write(order, begun.attempts(), now, status);
        };
    }

    private Recording write(
            AdmittedOrder order, int attempts, Instant now, TransactionStatus status) {
        if (authorities.standing(order.authority()) instanceof Standing.Retired) {
            status.setRollbackOnly();
            return new Recording.NotRecorded(
                    new Refused(
                            IssuanceRefusal.UNKNOWN_AUTHORITY,
                            "the authority %s is retired and issues no more"
                                    .formatted(order.authority().code())));
        }
        SerialNumber first = SerialNumber.random(random);
        // Who asks about one half of a pair often asks about the other, so both are in one list.
        int shard = profiles.shards().of(order.authority().line(), first);
        Intended intended = intend(order, shard, first);
        if (!keys.take(intended, order.id())) {
            status.setRollbackOnly();
            return new Recording.NotRecorded(
                    new Refused(
                            IssuanceRefusal.KEY_ALREADY_CERTIFIED,
                            "one of the keys is certified for another order already"));
        }
        Intent intent = new Intent(new IntentId(uuids.get()), attempts + 1, order, intended, shard);
        intents.insert(intent, profiles.shards().highest(order.authority().line()), now);
        checkpoint.reached(Step.INTENT_WRITTEN);
        return new Recording.Recorded(intent);
    }

    private Intended intend(AdmittedOrder order, int shard, SerialNumber first) {
        return switch (order) {
            case AdmittedPair pair ->
                    profiles.pair()
                            .intend(
                                    pair.authority(),
                                    pair.subject(),
                                    shard,
                                    first,
                                    SerialNumber.random(random));
            case AdmittedSingle single ->
                    profiles.single().intend(single.authority(), single.subject(), shard, first);
        };
    }
}
