package org.yinxin.hall.payment.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.payment.ChannelCode;
import org.yinxin.hall.payment.OrderStanding;
import org.yinxin.hall.payment.OrderState;
import org.yinxin.hall.payment.PaymentOrder;
import org.yinxin.hall.payment.Refund;
import org.yinxin.hall.payment.RefundState;
import org.yinxin.hall.payment.StartedPayment;
import org.yinxin.hall.payment.Voucher;
import org.yinxin.hall.payment.VoucherState;

/**
 * An order as the open API tells it.
 *
 * @param id its number
 * @param caseNumber the case it is for
 * @param title what is paid for
 * @param lines what it is made of
 * @param amount what it comes to, in fen
 * @param currency always CNY
 * @param state {@code unpaid}, {@code settled} or {@code closed}
 * @param underInvestigation whether money came that does not fit, so that it cannot be paid now
 * @param channels the ways to pay
 * @param payUntil when it is closed if it was not paid; null for never
 * @param codeUrl what the QR code says, while a payment is under way
 * @param codeUntil when the code stops working
 * @param paidAt when it was paid
 * @param channel over which channel
 * @param transaction the channel's own number
 * @param transfer where it can be transferred to by bank
 * @param voucher the voucher that was handed in last
 * @param refunds what of it went back or is going back
 */
public record OrderView(
        String id,
        String caseNumber,
        String title,
        List<Line> lines,
        Money amount,
        String currency,
        String state,
        boolean underInvestigation,
        List<String> channels,
        @Nullable Instant payUntil,
        @Nullable String codeUrl,
        @Nullable Instant codeUntil,
        @Nullable Instant paidAt,
        @Nullable String channel,
        @Nullable String transaction,
        @Nullable Account transfer,
        @Nullable VoucherLine voucher,
        List<RefundLine> refunds) {

    public OrderView {
        lines = List.copyOf(lines);
        channels = List.copyOf(channels);
        refunds = List.copyOf(refunds);
    }

    /** One thing that is charged for. */
    public record Line(String label, Money amount) {}

    /** An account; {@code remark} is written beside the transfer, so that it is recognised. */
    public record Account(String name, String bank, String number, String remark) {}

    /** {@code state} is {@code WAITING}, {@code CONFIRMED} or {@code RETURNED}; {@code words} say why it was returned. */
    public record VoucherLine(String state, Instant handedInAt, @Nullable String words) {}

    /** {@code state} is {@code refunding}, {@code refunded} or {@code failed}. */
    public record RefundLine(Money amount, String state, Instant since, @Nullable Instant at) {}

    static OrderView of(OrderStanding standing, Locale reader) {
        PaymentOrder order = standing.order();
        var code = code(standing);
        var settled = order.state() instanceof OrderState.Settled s ? s : null;
        return new OrderView(
                order.id().toString(),
                order.caseNumber().text(),
                order.title().in(reader),
                order.lines().stream()
                        .map(line -> new Line(line.label().in(reader), line.amount()))
                        .toList(),
                order.amount(),
                "CNY",
                state(order.state()),
                order.concerned(),
                order.request().channels().stream().map(ChannelCode::text).toList(),
                order.overdueAt(),
                code == null ? null : code.codeUrl(),
                code == null ? null : code.until(),
                settled == null ? null : settled.at(),
                settled == null ? null : settled.channel().text(),
                settled == null ? null : settled.transaction(),
                account(standing.transfer()),
                voucher(standing.voucher()),
                standing.refunds().stream().map(OrderView::refund).toList());
    }

    private static @Nullable Account account(
            StartedPayment.Instruction.@Nullable Transfer transfer) {
        return transfer == null
                ? null
                : new Account(
                        transfer.account().name(),
                        transfer.account().bank(),
                        transfer.account().number(),
                        transfer.remark());
    }

    private static @Nullable VoucherLine voucher(@Nullable Voucher voucher) {
        return voucher == null
                ? null
                : new VoucherLine(
                        voucher.state().code(),
                        voucher.handedInAt(),
                        voucher.state() instanceof VoucherState.Returned returned
                                ? returned.words()
                                : null);
    }

    private static RefundLine refund(Refund refund) {
        return new RefundLine(
                refund.amount(),
                state(refund.state()),
                refund.intendedAt(),
                refund.state() instanceof RefundState.Done done ? done.at() : null);
    }

    static String state(RefundState state) {
        return switch (state) {
            case RefundState.Intended _, RefundState.Processing _, RefundState.ByHand _ ->
                    "refunding";
            case RefundState.Done _ -> "refunded";
            case RefundState.Failed _ -> "failed";
        };
    }

    static StartedPayment.Instruction.@Nullable ScanCode code(OrderStanding standing) {
        return switch (standing.instruction()) {
            case StartedPayment.Instruction.ScanCode code -> code;
            case StartedPayment.Instruction.Transfer _ -> null;
            case null -> null;
        };
    }

    static String state(OrderState state) {
        return switch (state) {
            case OrderState.Unpaid _ -> "unpaid";
            case OrderState.Settled _ -> "settled";
            case OrderState.Closed _ -> "closed";
        };
    }
}
