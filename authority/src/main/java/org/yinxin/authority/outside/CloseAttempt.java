package org.yinxin.authority.outside;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.PairOrderId;
import org.yinxin.authority.outside.OutsideOrders.Order;
import org.yinxin.authority.outside.OutsideOrders.State;

/**
 * Ends an attempt that brings no pair, and frees the order. What it has brought is to be revoked; what it may have brought
 * without our knowing is told in the journal. Called with the order's row locked, in the caller's transaction.
 */
final class CloseAttempt {

    private static final Logger LOG = LoggerFactory.getLogger(CloseAttempt.class);

    private final Book book;

    CloseAttempt(Book book) {
        this.book = book;
    }

    /** The authority, or the certificate that it brought, says no. */
    void refused(Order order, String because, Instant now) {
        close(order, "REFUSED", because, now);
    }

    /** It was cut off, or the authority was. */
    void cutOff(Order order, String because, Instant now) {
        close(order, "CUT_OFF", because, now);
    }

    private void close(Order order, String state, String because, Instant now) {
        for (OutsideTransactions.Row each : book.transactions().seen(order.id(), order.attempt())) {
            switch (each.state()) {
                case SENT, WAITING -> {
                    book.transactions()
                            .become(each.id(), OutsideTransactions.State.IN_DOUBT, because, now);
                    tellDoubt(order.authority(), order.id(), each, because, now);
                }
                case IN_DOUBT -> tellDoubt(order.authority(), order.id(), each, because, now);
                case BROUGHT, CONFIRMED -> unwanted(order, each.id(), because, now);
                case DONE, REJECTED, UNFIT, NOT_SENT -> {
                    // The authority has nothing of it, or what it has was dealt with.
                }
            }
        }
        book.attempts().close(order.id(), order.attempt(), state, because, now);
        book.orders().ended(order.id(), State.FREE, now);
        book.tell(
                now,
                state.equals("REFUSED") ? "pair.outside-refused" : "pair.outside-cut-off",
                Book.subject(order.id()),
                Map.of(
                        "authority", order.authority().value(),
                        "attempt", Integer.toString(order.attempt()),
                        "because", because));
    }

    private void tellDoubt(
            AuthorityCode authority,
            PairOrderId order,
            OutsideTransactions.Row transaction,
            String because,
            Instant now) {
        String name = HexFormat.of().formatHex(transaction.id());
        LOG.warn(
                "the authority {} may have issued a certificate in the transaction {} that nobody knows here: {};"
                        + " ask it, and have it revoked",
                authority,
                name,
                because);
        book.tell(
                now,
                "outside.certificate-may-exist",
                Book.subject(order),
                Map.of(
                        "authority",
                        authority.value(),
                        "transaction",
                        name,
                        "half",
                        transaction.half().name(),
                        "because",
                        because));
    }

    private void unwanted(Order order, byte[] transaction, String because, Instant now) {
        OutsideCertificates.Stored stored =
                book.certificates().ofTransaction(transaction).orElseThrow();
        unwanted(order.id(), stored, because, now);
    }

    /** Has a certificate revoked that nobody gets. */
    void unwanted(
            PairOrderId order, OutsideCertificates.Stored stored, String because, Instant now) {
        book.unwanted().insert(stored.authority(), stored.serial(), because, now);
        book.tell(
                now,
                "outside.certificate-unwanted",
                Book.subject(order),
                Map.of(
                        "authority", stored.authority().value(),
                        "serial", stored.serial().hex(),
                        "because", because));
    }
}
