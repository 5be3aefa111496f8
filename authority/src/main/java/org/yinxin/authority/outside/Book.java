package org.yinxin.authority.outside;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.yinxin.authority.PairOrderId;
import org.yinxin.authority.outside.OutsideOrders.Order;
import org.yinxin.store.journal.Journal;
import org.yinxin.store.journal.JournalEntry;

/** The tables of this package, and how they are written: always with the order's row locked, always with the journal. */
record Book(
        OutsideOrders orders,
        OutsideAttempts attempts,
        OutsideTransactions transactions,
        OutsideCertificates certificates,
        OutsideStatuses statuses,
        UnwantedCertificates unwanted,
        StatusChangeRows changes,
        TransactionOperations transaction,
        Journal journal,
        Supplier<UUID> uuids,
        Clock clock) {

    private static final String ACTOR = "system:authority";

    static Book of(
            JdbcClient jdbc,
            TransactionOperations transaction,
            Journal journal,
            Supplier<UUID> uuids,
            Clock clock) {
        return new Book(
                new OutsideOrders(jdbc),
                new OutsideAttempts(jdbc),
                new OutsideTransactions(jdbc),
                new OutsideCertificates(jdbc),
                new OutsideStatuses(jdbc),
                new UnwantedCertificates(jdbc),
                new StatusChangeRows(jdbc),
                transaction,
                journal,
                uuids,
                clock);
    }

    /**
     * An order that this call works on, and nobody else.
     *
     * @param by names this call
     * @param attempt that is open
     */
    record Held(PairOrderId order, int attempt, UUID by) {}

    Instant now() {
        return clock.instant();
    }

    /** In one transaction. */
    <T> T write(Function<Instant, T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.apply(now())));
    }

    /**
     * In one transaction, with the order's row locked, if this call still holds the order; false if it does not. Somebody who
     * took it over has taken this call for dead.
     *
     * @param until how long the order is held from now on
     */
    boolean writeHeld(Held held, Instant until, Consumer<Instant> work) {
        return write(
                now -> {
                    Order order = orders.lock(held.order()).orElseThrow();
                    if (!held.by().equals(order.heldBy())) {
                        return false;
                    }
                    orders.hold(held.order(), held.by(), until);
                    work.accept(now);
                    return true;
                });
    }

    void release(Held held) {
        orders.release(held.order(), held.by());
    }

    void tell(Instant now, String action, String subject, Map<String, String> details) {
        journal.record(new JournalEntry(now, ACTOR, action, subject, details));
    }

    static String subject(PairOrderId order) {
        return order.journalSubject();
    }
}
