package org.yinxin.hall.payment.channel;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.catalogue.Money;

/** A channel that keeps the port's contract in memory, and dies or falls silent when told to. */
public final class InMemoryChannel implements PaymentChannel {

    /** The program ends here. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** What happens at the next call. */
    public enum Fate {
        WELL,
        /** The program dies before the channel hears anything. */
        KILLED_BEFORE,
        /** The program dies after the channel did it, before the answer is taken. */
        KILLED_AFTER,
        /** The channel hears nothing. */
        SILENT,
        /** The channel does it and its answer is lost. */
        DONE_BUT_SILENT
    }

    private record Trade(
            Bill bill, String code, @Nullable ChannelPayment payment, boolean closed) {}

    private final Map<String, Trade> trades = new HashMap<>();
    private final Clock clock;
    private int serial;
    public Fate fate = Fate.WELL;
    public int offers;
    public int questions;
    public int refundCalls;
    private final Map<String, RefundRequest> refunds = new HashMap<>();
    private final Set<String> finished = new HashSet<>();
    public boolean refundsWait;
    public @Nullable Refunding refusal;
    public @Nullable Refunding abnormal;

    public InMemoryChannel(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "wechat";
    }

    @Override
    public synchronized Offer offer(Bill bill) {
        before();
        if (fate == Fate.SILENT) {
            return new Offer.Unavailable("silent");
        }
        offers++;
        Trade there = trades.get(bill.number().text());
        if (there == null) {
            there = new Trade(bill, "code://" + ++serial, null, false);
            trades.put(bill.number().text(), there);
        }
        after();
        if (fate == Fate.DONE_BUT_SILENT) {
            return new Offer.Unavailable("silent");
        }
        if (there.payment() != null) {
            return new Offer.AlreadyPaid();
        }
        return there.closed() || !there.bill().equals(bill)
                ? new Offer.UsedUp()
                : new Offer.Code(there.code());
    }

    @Override
    public synchronized Standing ask(AttemptNumber number) {
        before();
        if (fate == Fate.SILENT || fate == Fate.DONE_BUT_SILENT) {
            return new Standing.Unavailable("silent");
        }
        questions++;
        Trade trade = trades.get(number.text());
        if (trade == null) {
            return new Standing.Unknown();
        }
        if (trade.payment() != null) {
            return new Standing.Paid(trade.payment());
        }
        return trade.closed() ? new Standing.Closed() : new Standing.Unpaid();
    }

    @Override
    public synchronized Closing close(AttemptNumber number) {
        before();
        if (fate == Fate.SILENT) {
            return new Closing.Unavailable("silent");
        }
        Trade trade = trades.get(number.text());
        if (trade != null && trade.payment() != null) {
            return new Closing.AlreadyPaid();
        }
        if (trade != null) {
            trades.put(number.text(), new Trade(trade.bill(), trade.code(), null, true));
        }
        after();
        return fate == Fate.DONE_BUT_SILENT
                ? new Closing.Unavailable("silent")
                : new Closing.Closed();
    }

    @Override
    public synchronized Refunding refund(RefundRequest request) {
        before();
        if (fate == Fate.SILENT) {
            return new Refunding.Unavailable("silent");
        }
        refundCalls++;
        Trade trade = trades.get(request.payment().text());
        Refunding refused =
                trade == null || trade.payment() == null
                        ? new Refunding.Failed("RESOURCE_NOT_EXISTS", false)
                        : refusal;
        if (refused != null) {
            return refused;
        }
        RefundRequest there = refunds.putIfAbsent(request.number().text(), request);
        if (there == null && !refundsWait) {
            finished.add(request.number().text());
        }
        after();
        return fate == Fate.DONE_BUT_SILENT
                ? new Refunding.Unavailable("silent")
                : standing(request.number());
    }

    @Override
    public synchronized Refunding askRefund(RefundNumber number) {
        before();
        return fate == Fate.SILENT || fate == Fate.DONE_BUT_SILENT
                ? new Refunding.Unavailable("silent")
                : standing(number);
    }

    private Refunding standing(RefundNumber number) {
        RefundRequest request = refunds.get(number.text());
        if (request == null) {
            return new Refunding.Unknown();
        }
        if (abnormal != null) {
            return abnormal;
        }
        return finished.contains(number.text())
                ? new Refunding.Done(
                        "R" + number.text().substring(0, 6),
                        request.amount().fen(),
                        clock.instant().truncatedTo(ChronoUnit.SECONDS))
                : new Refunding.Processing("R" + number.text().substring(0, 6));
    }

    /** Ends what was taken on. */
    public synchronized void finishRefunds() {
        finished.addAll(refunds.keySet());
    }

    /** How much went back for an attempt, in all. */
    public synchronized long refunded(String attempt) {
        return refunds.entrySet().stream()
                .filter(refund -> finished.contains(refund.getKey()))
                .filter(refund -> refund.getValue().payment().text().equals(attempt))
                .mapToLong(refund -> refund.getValue().amount().fen())
                .sum();
    }

    /** Believes what bears the header {@code signature: good}; the body is {@code id number transaction fen currency}. */
    @Override
    public Reading read(ReceivedNotification notification) {
        String[] parts = notification.body().split(" ", -1);
        if (!notification.header("Signature").equals("good") || parts.length != 5) {
            return new Reading.Forged("signature");
        }
        return switch (parts[1]) {
            case "nothing" -> new Reading.Nothing(parts[0], "OTHER");
            case "refund" ->
                    new Reading.Refund(parts[0], parts[2], standing(new RefundNumber(parts[2])));
            case "foreign" -> new Reading.Foreign(parts[0]);
            default ->
                    new Reading.Payment(
                            parts[0],
                            new ChannelPayment(
                                    parts[1],
                                    parts[2],
                                    Long.parseLong(parts[3]),
                                    parts[4],
                                    clock.instant().truncatedTo(ChronoUnit.SECONDS)));
        };
    }

    /** Somebody scans a code and pays; answers false when it cannot be paid. */
    public synchronized boolean pay(String code, Money surplus) {
        for (Map.Entry<String, Trade> entry : trades.entrySet()) {
            Trade trade = entry.getValue();
            if (trade.code().equals(code) && trade.payment() == null && !trade.closed()) {
                ChannelPayment payment =
                        new ChannelPayment(
                                trade.bill().number().text(),
                                "T" + ++serial,
                                trade.bill().amount().plus(surplus).fen(),
                                "CNY",
                                clock.instant().truncatedTo(ChronoUnit.SECONDS));
                entry.setValue(new Trade(trade.bill(), code, payment, false));
                return true;
            }
        }
        return false;
    }

    /** The notification of a paid attempt, genuine. */
    public synchronized ReceivedNotification notification(String id, String number) {
        Trade trade = trades.get(number);
        if (trade == null || trade.payment() == null) {
            throw new IllegalStateException("not paid");
        }
        ChannelPayment payment = trade.payment();
        return genuine(
                String.join(
                        " ",
                        id,
                        number,
                        payment.transaction(),
                        Long.toString(payment.fen()),
                        payment.currency()));
    }

    public static ReceivedNotification genuine(String body) {
        return new ReceivedNotification(Map.of("Signature", "good"), body);
    }

    public synchronized long paidTrades() {
        return trades.values().stream().filter(trade -> trade.payment() != null).count();
    }

    /** How many codes could be paid now. */
    public synchronized long payable() {
        return trades.values().stream()
                .filter(trade -> trade.payment() == null && !trade.closed())
                .count();
    }

    private void before() {
        if (fate == Fate.KILLED_BEFORE) {
            throw new Killed();
        }
    }

    private void after() {
        if (fate == Fate.KILLED_AFTER) {
            throw new Killed();
        }
    }
}
