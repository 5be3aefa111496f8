package org.yinxin.standins.wechat;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The customer's telephone: looks at a code, pays it, and so makes the platform notify the merchant. */
public final class Payer {

    private final Keys keys;
    private final Trades trades;
    private final Notices notices;
    private final Steering steering;
    private final Clock clock;
    private final Map<String, Notices.Notice> sent = new ConcurrentHashMap<>();

    Payer(Keys keys, Trades trades, Notices notices, Steering steering, Clock clock) {
        this.keys = keys;
        this.trades = trades;
        this.notices = notices;
        this.steering = steering;
        this.clock = clock;
    }

    /**
     * What the telephone shows before the customer pays.
     *
     * @param payee who gets the money
     * @param description what for
     * @param fen how much
     * @param standing whether it can still be paid
     */
    public record Bill(String payee, String description, long fen, Standing standing) {}

    /** Whether a bill can be paid. */
    public enum Standing {
        PAYABLE,
        PAID,
        CLOSED,
        EXPIRED
    }

    /** What became of a try to pay. */
    public sealed interface Payment {
        /** The money went over. */
        record Paid(String transactionId, String outTradeNo, long fen) implements Payment {}

        /** It did not; there is no such code, or the bill cannot be paid any more. */
        record Refused(String words) implements Payment {}
    }

    /** Reads a code without paying. */
    public Optional<Bill> look(String codeUrl) {
        return trades.findByCode(codeUrl.strip())
                .map(
                        trade ->
                                new Bill(
                                        "商户 " + keys.merchant().merchantId(),
                                        trade.request().description(),
                                        trade.request().total(),
                                        standing(trade)));
    }

    /** Pays once; a second try finds the bill paid, and no second payment happens. */
    public Payment pay(String codeUrl) {
        Optional<Trade> found = trades.findByCode(codeUrl.strip());
        if (found.isEmpty()) {
            return new Payment.Refused("二维码不存在");
        }
        Standing before = standing(found.get());
        if (before != Standing.PAYABLE) {
            return new Payment.Refused(refusal(before));
        }
        Trade.State.Paid paid =
                new Trade.State.Paid(
                        "4200" + keys.digits(24),
                        found.get().request().total() + steering.surplus(),
                        clock.instant());
        Trade after =
                trades.change(
                                found.get().request().outTradeNo(),
                                trade ->
                                        switch (trade.state()) {
                                            case Trade.State.Unpaid _ -> trade.with(paid);
                                            case Trade.State.Paid _, Trade.State.Closed _ -> trade;
                                        })
                        .orElseThrow();
        if (!after.state().equals(paid)) {
            return new Payment.Refused(refusal(standing(after)));
        }
        Notices.Notice notice = notices.compose(after);
        sent.put(after.request().outTradeNo(), notice);
        notices.announce(notice, steering.notifying());
        return new Payment.Paid(paid.transactionId(), after.request().outTradeNo(), paid.total());
    }

    /**
     * Sends the notification of a paid order once more, now, with its old identifier and a fresh signature.
     *
     * @return the status that the merchant answered; empty when there is no such payment or nobody answers
     */
    public Optional<Integer> notifyAgain(String outTradeNo) {
        return Optional.ofNullable(sent.get(outTradeNo))
                .flatMap(notice -> notices.send(notice, false));
    }

    /** Like {@link #notifyAgain} but signed with a key that is not the platform's. */
    public Optional<Integer> notifyForged(String outTradeNo) {
        return Optional.ofNullable(sent.get(outTradeNo))
                .flatMap(notice -> notices.send(notice, true));
    }

    private Standing standing(Trade trade) {
        return switch (trade.state()) {
            case Trade.State.Paid _ -> Standing.PAID;
            case Trade.State.Closed _ -> Standing.CLOSED;
            case Trade.State.Unpaid _ ->
                    trade.expiredAt(clock.instant()) ? Standing.EXPIRED : Standing.PAYABLE;
        };
    }

    private static String refusal(Standing standing) {
        return switch (standing) {
            case PAID -> "该订单已支付";
            case CLOSED -> "该订单已关闭";
            case EXPIRED -> "二维码已过期";
            case PAYABLE -> "请重试";
        };
    }
}
