package org.yinxin.authority.outside;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;
import org.yinxin.authority.IssuanceOutcome.Refused;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.authority.outside.Book.Held;
import org.yinxin.authority.outside.OutsideOrders.Order;

/**
 * Makes an order this call's own for a while: goes on with its attempt where that can be done, and opens another one where
 * not. An attempt can be gone on with while the authority keeps it waiting, and between its two halves; one that was cut off
 * while the authority was asked cannot, because nobody knows what came of it.
 *
 * <p>Refuses an id that issued something else, and keys of another order.
 */
final class TakeOrder {

    /** What came of it. */
    sealed interface Taking {
        record Taken(Held held) implements Taking {}

        /** The pair is whole. */
        record Done() implements Taking {}

        /** Somebody else works on it. */
        record UnderWay() implements Taking {}

        record NotTaken(Refused refusal) implements Taking {}
    }

    private final Book book;
    private final CloseAttempt closeAttempt;
    private final TransactionOperations transaction;

    TakeOrder(Book book, CloseAttempt closeAttempt) {
        this.book = book;
        this.closeAttempt = closeAttempt;
        this.transaction = book.transaction();
    }

    /**
     * Takes it.
     *
     * @param lease for how long it is held before it counts as cut off
     */
    Taking take(AdmittedPair order, Duration lease) {
        Taking taking =
                transaction.execute(
                        status -> {
                            Taking taken = takeLocked(order, lease, book.now());
                            if (taken instanceof Taking.NotTaken) {
                                status.setRollbackOnly();
                            }
                            return taken;
                        });
        return Objects.requireNonNull(taking);
    }

    private Taking takeLocked(AdmittedPair order, Duration lease, Instant now) {
        Order row = book.orders().openAndLock(order, now);
        boolean same = Arrays.equals(row.content(), order.content());
        if (row.state() == OutsideOrders.State.ISSUED) {
            return same
                    ? new Taking.Done()
                    : refuse(
                            IssuanceRefusal.ORDER_MISMATCH,
                            "this order has issued something else before");
        }
        if (row.isHeldAt(now)) {
            return new Taking.UnderWay();
        }
        UUID by = book.uuids().get();
        if (row.state() == OutsideOrders.State.INTENDED) {
            if (same && canGoOn(row)) {
                book.orders().hold(order.id(), by, now.plus(lease));
                return new Taking.Taken(new Held(order.id(), row.attempt(), by));
            }
            closeAttempt.cutOff(
                    row,
                    same
                            ? "cut off while the authority was asked"
                            : "the order is asked for with other content",
                    now);
        }
        if (!book.attempts().take(order)) {
            return refuse(
                    IssuanceRefusal.KEY_ALREADY_CERTIFIED,
                    "one of the keys belongs to another order");
        }
        int attempt = book.orders().intended(order, now);
        book.attempts().open(order.id(), attempt, now);
        book.orders().hold(order.id(), by, now.plus(lease));
        return new Taking.Taken(new Held(order.id(), attempt, by));
    }

    /** Whether nothing of it hangs in the air. */
    boolean canGoOn(Order row) {
        return book.transactions().seen(row.id(), row.attempt()).stream()
                .allMatch(
                        each ->
                                each.state() == OutsideTransactions.State.WAITING
                                        || each.state() == OutsideTransactions.State.CONFIRMED);
    }

    private static Taking refuse(IssuanceRefusal reason, String detail) {
        return new Taking.NotTaken(new Refused(reason, detail));
    }
}
