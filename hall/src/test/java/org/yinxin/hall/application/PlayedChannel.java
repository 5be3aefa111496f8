package org.yinxin.hall.application;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.yinxin.hall.payment.channel.AttemptNumber;
import org.yinxin.hall.payment.channel.Bill;
import org.yinxin.hall.payment.channel.ChannelPayment;
import org.yinxin.hall.payment.channel.Closing;
import org.yinxin.hall.payment.channel.Offer;
import org.yinxin.hall.payment.channel.PaymentChannel;
import org.yinxin.hall.payment.channel.Reading;
import org.yinxin.hall.payment.channel.ReceivedNotification;
import org.yinxin.hall.payment.channel.RefundNumber;
import org.yinxin.hall.payment.channel.RefundRequest;
import org.yinxin.hall.payment.channel.Refunding;
import org.yinxin.hall.payment.channel.Standing;

/** A way to pay whose purse can be counted: who paid what, and what went back. Falls silent when it is told to. */
final class PlayedChannel implements PaymentChannel {

    private final Clock clock;
    private final Map<String, Bill> offered = new LinkedHashMap<>();
    private final Map<String, Instant> paid = new LinkedHashMap<>();
    private final Map<String, Long> back = new LinkedHashMap<>();
    private final Map<String, String> refunds = new LinkedHashMap<>();
    private final List<String> closed = new ArrayList<>();
    private boolean silent;

    PlayedChannel(Clock clock) {
        this.clock = clock;
    }

    synchronized void fallSilent(boolean silent) {
        this.silent = silent;
    }

    /** Somebody pays one of these attempts, if one of them can be paid now. */
    synchronized Optional<String> pay(List<String> attempts, RandomGenerator random) {
        List<String> payable =
                offered.keySet().stream()
                        .filter(attempts::contains)
                        .filter(it -> !paid.containsKey(it) && !closed.contains(it))
                        .filter(it -> clock.instant().isBefore(bill(it).expires()))
                        .toList();
        if (payable.isEmpty()) {
            return Optional.empty();
        }
        String chosen = payable.get(random.nextInt(payable.size()));
        paid.put(chosen, clock.instant());
        return Optional.of(chosen);
    }

    /** Those that were paid, in that order: their numbers are drawn anew in each run, and a seed is to mean one walk. */
    synchronized List<String> paid(List<String> attempts) {
        return paid.keySet().stream().filter(attempts::contains).toList();
    }

    /** What these attempts brought, in fen. */
    synchronized long came(List<String> attempts) {
        return attempts.stream()
                .filter(paid::containsKey)
                .mapToLong(it -> bill(it).amount().fen())
                .sum();
    }

    /** What of it went back, in fen. */
    synchronized long wentBack(List<String> attempts) {
        return attempts.stream().mapToLong(it -> back.getOrDefault(it, 0L)).sum();
    }

    static ReceivedNotification notification(String attempt) {
        return new ReceivedNotification(Map.of(), attempt);
    }

    @Override
    public String name() {
        return "wechat";
    }

    @Override
    public synchronized Offer offer(Bill bill) {
        if (silent) {
            return new Offer.Unavailable("SILENT");
        }
        String number = bill.number().text();
        if (paid.containsKey(number)) {
            return new Offer.AlreadyPaid();
        }
        if (closed.contains(number)) {
            return new Offer.UsedUp();
        }
        offered.putIfAbsent(number, bill);
        return new Offer.Code("weixin://played/" + number);
    }

    @Override
    public synchronized Standing ask(AttemptNumber number) {
        if (silent) {
            return new Standing.Unavailable("SILENT");
        }
        if (paid.containsKey(number.text())) {
            return new Standing.Paid(payment(number.text()));
        }
        if (closed.contains(number.text())) {
            return new Standing.Closed();
        }
        return offered.containsKey(number.text()) ? new Standing.Unpaid() : new Standing.Unknown();
    }

    @Override
    public synchronized Closing close(AttemptNumber number) {
        if (silent) {
            return new Closing.Unavailable("SILENT");
        }
        if (paid.containsKey(number.text())) {
            return new Closing.AlreadyPaid();
        }
        closed.add(number.text());
        return new Closing.Closed();
    }

    @Override
    public synchronized Refunding refund(RefundRequest request) {
        if (silent) {
            return new Refunding.Unavailable("SILENT");
        }
        String attempt = request.payment().text();
        if (refunds.putIfAbsent(request.number().text(), attempt) == null) {
            back.merge(attempt, request.amount().fen(), Long::sum);
        }
        return askRefund(request.number());
    }

    @Override
    public synchronized Refunding askRefund(RefundNumber number) {
        if (silent) {
            return new Refunding.Unavailable("SILENT");
        }
        String attempt = refunds.get(number.text());
        return attempt == null
                ? new Refunding.Unknown()
                : new Refunding.Done(
                        "played-" + number.text(), bill(attempt).amount().fen(), clock.instant());
    }

    @Override
    public synchronized Reading read(ReceivedNotification notification) {
        return new Reading.Payment("notice-" + notification.body(), payment(notification.body()));
    }

    private Bill bill(String attempt) {
        return Objects.requireNonNull(offered.get(attempt));
    }

    private ChannelPayment payment(String attempt) {
        return new ChannelPayment(
                attempt,
                "transaction-" + attempt,
                bill(attempt).amount().fen(),
                "CNY",
                Objects.requireNonNull(paid.get(attempt)));
    }
}
