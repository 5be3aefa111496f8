package org.yinxin.authority.outside;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.authority.PairDeed;
import org.yinxin.authority.PairStatusChange;
import org.yinxin.authority.PairStatusOutcome;
import org.yinxin.authority.RevocationReason;
import org.yinxin.authority.key.KeyStoreUnavailableException;
import org.yinxin.authority.outside.AskChange.Reply;
import org.yinxin.authority.outside.AskChange.Wish;
import org.yinxin.authority.outside.OutsideCertificates.Stored;
import org.yinxin.authority.outside.OutsideOrders.Order;

/**
 * Has an outside authority revoke, hold or resume both halves of a pair, one after the other: for a moment one half is and the
 * other is not, and when the authority dies in between, until it is asked again. What is asked for is on record first; asking
 * again goes on with the halves that are left.
 *
 * <p>Refuses what the local authority refuses, and what the outside authority denies.
 */
final class ChangeOutsidePair {

    private final OutsideLines lines;
    private final Book book;
    private final AskChange askChange;

    ChangeOutsidePair(OutsideLines lines, Book book, AskChange askChange) {
        this.lines = lines;
        this.book = book;
        this.askChange = askChange;
    }

    /** The change can be gone on with by this call, or there is an answer already. */
    private sealed interface Beginning {
        record Answered(PairStatusOutcome outcome) implements Beginning {}

        record Begun(Order order, UUID by) implements Beginning {}
    }

    /**
     * Changes it.
     *
     * @throws OutsideUnreachableException when the authority does not answer, or another call works on this pair
     */
    PairStatusOutcome change(PairStatusChange change) {
        return switch (book.write(now -> begin(change, now))) {
            case Beginning.Answered(PairStatusOutcome outcome) -> outcome;
            case Beginning.Begun(Order order, UUID by) -> {
                try {
                    yield goOn(change, order);
                } finally {
                    book.orders().release(order.id(), by);
                }
            }
        };
    }

    private Beginning begin(PairStatusChange change, Instant now) {
        Optional<Order> order = book.orders().lock(change.pair());
        List<Stored> halves = book.certificates().halves(change.pair());
        if (order.isEmpty() || halves.isEmpty()) {
            return new Beginning.Answered(new PairStatusOutcome.NeverIssued());
        }
        Optional<StatusChangeRows.Row> before = book.changes().find(change.id());
        if (before.isPresent()) {
            Optional<PairStatusOutcome> answer = again(change, before.get());
            if (answer.isPresent()) {
                return new Beginning.Answered(answer.get());
            }
        } else {
            Optional<PairStatusOutcome> settled = settled(change.deed(), standing(halves));
            if (settled.isPresent()) {
                return new Beginning.Answered(settled.get());
            }
            book.changes().insert(change, now);
        }
        if (order.get().isHeldAt(now)) {
            throw new OutsideUnreachableException(
                    "another call changes the status of the pair " + change.pair());
        }
        UUID by = book.uuids().get();
        Instant until =
                lines.settings(order.get().authority())
                        .map(each -> now.plus(each.limits().oneQuestion().multipliedBy(2)))
                        .orElse(now);
        book.orders().hold(change.pair(), by, until);
        return new Beginning.Begun(order.get(), by);
    }

    private static Optional<PairStatusOutcome> again(
            PairStatusChange change, StatusChangeRows.Row before) {
        if (!before.change().equals(change)) {
            throw new IllegalArgumentException("the change " + change.id() + " was another one");
        }
        if (before.since() != null) {
            return Optional.of(new PairStatusOutcome.Done(before.since()));
        }
        return Optional.ofNullable(before.denied()).map(PairStatusOutcome.Denied::new);
    }

    private Map<Stored, CertificateStatus> standing(List<Stored> halves) {
        Map<Stored, CertificateStatus> standing = new LinkedHashMap<>();
        halves.forEach(
                half -> standing.put(half, book.statuses().find(half.authority(), half.serial())));
        return standing;
    }

    /** What needs no asking. */
    private static Optional<PairStatusOutcome> settled(
            PairDeed deed, Map<Stored, CertificateStatus> standing) {
        List<CertificateStatus.Revoked> revoked =
                standing.values().stream()
                        .filter(CertificateStatus.Revoked.class::isInstance)
                        .map(CertificateStatus.Revoked.class::cast)
                        .toList();
        boolean isHeld =
                standing.values().stream().anyMatch(CertificateStatus.Held.class::isInstance);
        if (deed instanceof PairDeed.Revoke(RevocationReason reason)) {
            if (revoked.size() < standing.size()) {
                return Optional.empty();
            }
            CertificateStatus.Revoked first = revoked.getFirst();
            return Optional.of(
                    first.reason() == reason
                            ? new PairStatusOutcome.Done(first.at())
                            : new PairStatusOutcome.Final(first.at(), first.reason()));
        }
        if (!revoked.isEmpty()) {
            CertificateStatus.Revoked first = revoked.getFirst();
            return Optional.of(new PairStatusOutcome.Final(first.at(), first.reason()));
        }
        return deed instanceof PairDeed.Resume && !isHeld
                ? Optional.of(new PairStatusOutcome.NotHeld())
                : Optional.empty();
    }

    private PairStatusOutcome goOn(PairStatusChange change, Order order) {
        OutsideLine line = open(order);
        // CRL and OCSP say whole seconds.
        Instant since = book.now().truncatedTo(ChronoUnit.SECONDS);
        for (var half : standing(book.certificates().halves(change.pair())).entrySet()) {
            Instant at =
                    half.getValue() instanceof CertificateStatus.Held(Instant held) ? held : since;
            if (isLeft(change.deed(), half.getValue())) {
                Reply reply =
                        askChange.ask(
                                line, half.getKey(), wish(change.deed()), reason(change.deed()));
                switch (reply) {
                    case Reply.Changed _ -> write(change.deed(), half.getKey(), at);
                    case Reply.RevokedAlready(String words) -> {
                        if (!isWhatWasAsked(change.deed(), half.getKey())) {
                            return denied(change, words);
                        }
                        write(change.deed(), half.getKey(), at);
                    }
                    case Reply.Denied(String words) -> {
                        return denied(change, words);
                    }
                    case Reply.NoAnswer(String why) ->
                            throw new OutsideUnreachableException(
                                    "the outside authority %s did not answer about the pair %s: %s"
                                            .formatted(order.authority(), change.pair(), why));
                }
            }
            since = change.deed() instanceof PairDeed.Resume ? since : at;
        }
        return done(change, since);
    }

    /**
     * Whether "it is revoked" means that it is as we want it. A resumption has come too late then. A hold is one if we have
     * asked for it before and the answer was lost; otherwise the authority has revoked it by itself, perhaps for good.
     */
    private boolean isWhatWasAsked(PairDeed deed, Stored half) {
        return switch (deed) {
            case PairDeed.Revoke _ -> true;
            case PairDeed.Hold _ ->
                    book.transactions().mayHaveHeld(half.authority(), half.serial());
            case PairDeed.Resume _ -> false;
        };
    }

    private OutsideLine open(Order order) {
        if (lines.settings(order.authority()).isEmpty()) {
            throw new OutsideUnreachableException(
                    "the outside authority %s is not set up any more".formatted(order.authority()));
        }
        try {
            return lines.open(order.authority());
        } catch (KeyStoreUnavailableException e) {
            throw new OutsideUnreachableException(e);
        }
    }

    private static boolean isLeft(PairDeed deed, CertificateStatus status) {
        return switch (deed) {
            case PairDeed.Revoke _ -> !(status instanceof CertificateStatus.Revoked);
            case PairDeed.Hold _ -> status instanceof CertificateStatus.Good;
            case PairDeed.Resume _ -> status instanceof CertificateStatus.Held;
        };
    }

    private static Wish wish(PairDeed deed) {
        return switch (deed) {
            case PairDeed.Revoke _ -> Wish.REVOKE;
            case PairDeed.Hold _ -> Wish.HOLD;
            case PairDeed.Resume _ -> Wish.RESUME;
        };
    }

    private static int reason(PairDeed deed) {
        return switch (deed) {
            case PairDeed.Revoke(RevocationReason reason) -> reason.code();
            case PairDeed.Hold _ -> OutsideStatuses.HOLD;
            case PairDeed.Resume _ -> OutsideStatuses.REMOVE;
        };
    }

    private void write(PairDeed deed, Stored half, Instant at) {
        book.write(
                now -> {
                    switch (deed) {
                        case PairDeed.Revoke(RevocationReason reason) ->
                                book.statuses().revoke(half.authority(), half.serial(), reason, at);
                        case PairDeed.Hold _ ->
                                book.statuses().hold(half.authority(), half.serial(), at);
                        case PairDeed.Resume _ ->
                                book.statuses().resume(half.authority(), half.serial());
                    }
                    return true;
                });
    }

    private PairStatusOutcome done(PairStatusChange change, Instant since) {
        book.write(
                now -> {
                    book.changes().done(change.id(), since, now);
                    tell(change, action(change.deed()), Map.of(), now);
                    return true;
                });
        return new PairStatusOutcome.Done(since);
    }

    private PairStatusOutcome denied(PairStatusChange change, String words) {
        book.write(
                now -> {
                    book.changes().denied(change.id(), words, now);
                    tell(change, "pair.change-denied", Map.of("words", words), now);
                    return true;
                });
        return new PairStatusOutcome.Denied("the outside authority says: " + words);
    }

    private void tell(
            PairStatusChange change, String action, Map<String, String> more, Instant now) {
        Map<String, String> details = new LinkedHashMap<>(more);
        details.put("change", change.id().toString());
        details.put(
                "serials",
                book.certificates().halves(change.pair()).stream()
                        .map(half -> half.serial().hex())
                        .collect(Collectors.joining(",")));
        if (change.deed() instanceof PairDeed.Revoke(RevocationReason reason)) {
            details.put("reason", reason.name());
        }
        book.tell(now, action, Book.subject(change.pair()), details);
    }

    private static String action(PairDeed deed) {
        return switch (deed) {
            case PairDeed.Revoke _ -> "pair.revoked";
            case PairDeed.Hold _ -> "pair.held";
            case PairDeed.Resume _ -> "pair.resumed";
        };
    }
}
