package org.yinxin.authority.outside;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yinxin.authority.RevocationReason;
import org.yinxin.authority.key.KeyStoreUnavailableException;
import org.yinxin.authority.outside.AskChange.Reply;
import org.yinxin.authority.outside.AskChange.Wish;
import org.yinxin.authority.outside.OutsideCertificates.Stored;
import org.yinxin.authority.outside.OutsideOrders.Order;
import org.yinxin.authority.outside.OutsideSettings.Limits;
import org.yinxin.authority.outside.UnwantedCertificates.Due;

/**
 * Cleans up after attempts that brought no pair. Closes those that were cut off, and those that nobody has gone on with for
 * too long; has the halves that they brought revoked, and asks until the authority has answered. Several nodes may do so at once.
 */
public final class SweepOutside {

    private static final Logger LOG = LoggerFactory.getLogger(SweepOutside.class);
    private static final int BATCH = 100;

    private final OutsideLines lines;
    private final Book book;
    private final TakeOrder takeOrder;
    private final CloseAttempt closeAttempt;
    private final AskChange askChange;

    SweepOutside(
            OutsideLines lines,
            Book book,
            TakeOrder takeOrder,
            CloseAttempt closeAttempt,
            AskChange askChange) {
        this.lines = lines;
        this.book = book;
        this.takeOrder = takeOrder;
        this.closeAttempt = closeAttempt;
        this.askChange = askChange;
    }

    /** Does what is due; bounded, so that one run of the job ends. */
    public void sweep() {
        book.write(this::closeAbandoned);
        revokeUnwanted();
    }

    private int closeAbandoned(Instant now) {
        List<Order> abandoned = book.orders().lockAbandoned(now, BATCH);
        int closed = 0;
        for (Order each : abandoned) {
            Optional<String> because = because(each, now);
            if (because.isPresent()) {
                closeAttempt.cutOff(each, because.get(), now);
                closed++;
            }
        }
        return closed;
    }

    private Optional<String> because(Order order, Instant now) {
        Optional<Limits> limits = lines.settings(order.authority()).map(OutsideSettings::limits);
        if (limits.isEmpty()) {
            return Optional.of("the authority is not set up any more");
        }
        if (!takeOrder.canGoOn(order)) {
            return Optional.of("cut off while the authority was asked");
        }
        boolean waits =
                book.transactions().seen(order.id(), order.attempt()).stream()
                        .anyMatch(each -> each.state() == OutsideTransactions.State.WAITING);
        Duration most = waits ? limits.get().pollWithin() : limits.get().resumeWithin();
        Instant opened = book.attempts().openedAt(order.id(), order.attempt());
        return opened.plus(most).isAfter(now)
                ? Optional.empty()
                : Optional.of(
                        waits
                                ? "the authority kept it waiting for too long"
                                : "nobody went on with it after it was cut off");
    }

    private void revokeUnwanted() {
        for (int done = 0; done < BATCH; done++) {
            Optional<Due> due = book.unwanted().take(book.now());
            if (due.isEmpty()) {
                return;
            }
            revoke(due.get());
        }
    }

    private void revoke(Due due) {
        if (lines.settings(due.authority()).isEmpty()) {
            LOG.warn(
                    "the certificate {} of {} is to be revoked, and {} is not set up any more",
                    due.serial(),
                    due.authority(),
                    due.authority());
            return;
        }
        OutsideLine line;
        try {
            line = lines.open(due.authority());
        } catch (KeyStoreUnavailableException e) {
            LOG.warn("{}", e.getMessage());
            return;
        }
        Stored stored = book.certificates().find(due.authority(), due.serial()).orElseThrow();
        // Nobody has the certificate, so it ceases before it began.
        switch (askChange.ask(
                line, stored, Wish.REVOKE, RevocationReason.CESSATION_OF_OPERATION.code())) {
            case Reply.Changed _, Reply.RevokedAlready _ -> end(due, "REVOKED", "");
            case Reply.Denied(String words) -> {
                LOG.warn(
                        "the authority {} does not revoke the certificate {} that nobody got: {}",
                        due.authority(),
                        due.serial(),
                        words);
                end(due, "DENIED", words);
            }
            case Reply.NoAnswer(String why) ->
                    LOG.warn(
                            "the certificate {} of {} is still to be revoked, after {} tries: {}",
                            due.serial(),
                            due.authority(),
                            due.tries(),
                            why);
        }
    }

    private void end(Due due, String outcome, String words) {
        book.write(
                now -> {
                    book.unwanted().end(due.authority(), due.serial(), outcome, now);
                    if (outcome.equals("REVOKED")) {
                        book.statuses()
                                .insertRevoked(
                                        due.authority(),
                                        due.serial(),
                                        now.truncatedTo(ChronoUnit.SECONDS));
                    }
                    book.tell(
                            now,
                            outcome.equals("REVOKED")
                                    ? "outside.unwanted-revoked"
                                    : "outside.unwanted-not-revoked",
                            "certificate:" + due.authority() + "/" + due.serial(),
                            Map.of("because", due.because(), "words", words));
                    return true;
                });
    }
}
