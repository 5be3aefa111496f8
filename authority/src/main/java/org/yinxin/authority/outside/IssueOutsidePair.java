package org.yinxin.authority.outside;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.yinxin.authority.IssuanceOutcome;
import org.yinxin.authority.IssuanceOutcome.Issued;
import org.yinxin.authority.IssuanceOutcome.Refused;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.authority.PairOrder;
import org.yinxin.authority.key.KeyStoreUnavailableException;
import org.yinxin.authority.outside.AdmitPair.Admission;
import org.yinxin.authority.outside.Book.Held;
import org.yinxin.authority.outside.GetHalf.Getting;
import org.yinxin.authority.outside.OutsideCertificates.Stored;
import org.yinxin.authority.outside.TakeOrder.Taking;

/**
 * Has an outside authority issue the pair of an order, or answers the pair that it issued before.
 *
 * <p>Refuses what {@link AdmitPair}, {@link TakeOrder} and {@link GetHalf} refuse; an authority whose files cannot be read; and
 * an order that another call is working on for longer than this one cares to wait. When it throws, the order is left to
 * {@link SweepOutside}.
 */
final class IssueOutsidePair {

    private static final int LOOKS = 60;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final OutsideLines lines;
    private final Book book;
    private final AdmitPair admitPair;
    private final TakeOrder takeOrder;
    private final GetHalf getHalf;
    private final Checkpoint checkpoint;

    IssueOutsidePair(
            OutsideLines lines,
            Book book,
            AdmitPair admitPair,
            TakeOrder takeOrder,
            GetHalf getHalf,
            Checkpoint checkpoint) {
        this.lines = lines;
        this.book = book;
        this.admitPair = admitPair;
        this.takeOrder = takeOrder;
        this.getHalf = getHalf;
        this.checkpoint = checkpoint;
    }

    IssuanceOutcome issue(PairOrder order) {
        return switch (admitPair.admit(order)) {
            case Admission.NotAdmitted(Refused refusal) -> refusal;
            case Admission.Admitted(AdmittedPair admitted) -> issue(admitted);
        };
    }

    private IssuanceOutcome issue(AdmittedPair order) {
        checkpoint.reached(Step.ORDER_ADMITTED);
        OutsideLine line;
        try {
            line = lines.open(order.authority());
        } catch (KeyStoreUnavailableException e) {
            return new Refused(
                    IssuanceRefusal.UNREACHABLE,
                    "the outside authority "
                            + order.authority()
                            + " cannot be asked as it is set up: "
                            + e.getMessage());
        }
        Duration lease = line.settings().limits().oneQuestion();
        for (int look = 0; look < LOOKS; look++) {
            switch (takeOrder.take(order, lease)) {
                case Taking.Taken(Held held) -> {
                    return issue(line, held, order);
                }
                case Taking.Done() -> {
                    return issued(order);
                }
                case Taking.NotTaken(Refused refusal) -> {
                    return refusal;
                }
                case Taking.UnderWay() -> pause();
            }
        }
        return new Refused(
                IssuanceRefusal.IN_PROGRESS,
                "the order is being worked on, or was cut off and counts as such a little later");
    }

    private IssuanceOutcome issue(OutsideLine line, Held held, AdmittedPair order) {
        Instant deadline = book.now().plus(line.settings().limits().patience());
        for (Half half : Half.values()) {
            Getting getting = getHalf.get(line, held, order, half, deadline);
            if (getting instanceof Getting.NotGot(Refused refusal)) {
                book.release(held);
                return refusal;
            }
        }
        boolean stored =
                book.writeHeld(
                        held,
                        book.now().plus(line.settings().limits().oneQuestion()),
                        now -> store(order, held, now));
        if (!stored) {
            return new Refused(
                    IssuanceRefusal.IN_PROGRESS,
                    "this call was so slow that another one has taken the order over");
        }
        checkpoint.reached(Step.COMMITTED);
        return issued(order);
    }

    /** Both halves, their statuses, the end of the attempt and the entry in the journal are one fact. */
    private void store(AdmittedPair order, Held held, Instant now) {
        Stored signing = half(held, Half.SIGNING);
        Stored encryption = half(held, Half.ENCRYPTION);
        book.certificates().insertPair(order.id(), signing, encryption, now);
        book.statuses().insertGood(signing.authority(), signing.serial());
        book.statuses().insertGood(encryption.authority(), encryption.serial());
        book.attempts().close(order.id(), held.attempt(), "ISSUED", "whole", now);
        book.orders().ended(order.id(), OutsideOrders.State.ISSUED, now);
        book.tell(
                now,
                order.id().journalAction("issued"),
                Book.subject(order.id()),
                Map.of(
                        "authority", order.authority().value(),
                        "attempt", Integer.toString(held.attempt()),
                        "signing", signing.serial().hex(),
                        "encryption", encryption.serial().hex()));
        checkpoint.reached(Step.PAIR_WRITTEN);
    }

    private Stored half(Held held, Half half) {
        OutsideTransactions.Row row =
                book.transactions().seen(held.order(), held.attempt(), half).orElseThrow();
        return book.certificates().ofTransaction(row.id()).orElseThrow();
    }

    private IssuanceOutcome issued(AdmittedPair order) {
        return new Issued(book.certificates().findPair(order.id()).orElseThrow());
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while another call works on the order", e);
        }
    }
}
