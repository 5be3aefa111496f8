package org.yinxin.hall.payment.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.payment.Concern;
import org.yinxin.hall.payment.MoneyDesk;
import org.yinxin.hall.payment.PaymentOrder;
import org.yinxin.hall.payment.ReadMoneyDesk;
import org.yinxin.hall.payment.Refund;
import org.yinxin.hall.payment.RefundState;
import org.yinxin.hall.payment.Voucher;
import org.yinxin.hall.payment.VoucherCase;
import org.yinxin.hall.payment.VoucherState;

/** What the open API tells finance officers. */
final class FinanceJson {

    private FinanceJson() {}

    /**
     * An order in short.
     *
     * @param amount what it comes to
     * @param state {@code unpaid}, {@code settled} or {@code closed}
     */
    record OrderJson(String id, String caseNumber, String title, Money amount, String state) {

        static OrderJson of(PaymentOrder order, Locale reader) {
            return new OrderJson(
                    order.id().toString(),
                    order.caseNumber().text(),
                    order.title().in(reader),
                    order.amount(),
                    OrderView.state(order.state()));
        }
    }

    /**
     * A voucher.
     *
     * @param state {@code WAITING}, {@code REPLACED}, {@code CONFIRMED} or {@code RETURNED}
     * @param words why it was returned
     */
    record VoucherJson(
            String id,
            OrderJson order,
            String remark,
            Instant handedInAt,
            String state,
            @Nullable String words) {

        static VoucherJson of(VoucherCase found, Locale reader) {
            Voucher voucher = found.voucher();
            return new VoucherJson(
                    voucher.id().toString(),
                    OrderJson.of(found.order(), reader),
                    voucher.remark(),
                    voucher.handedInAt(),
                    voucher.state().code(),
                    voucher.state() instanceof VoucherState.Returned returned
                            ? returned.words()
                            : null);
        }
    }

    /**
     * A refund.
     *
     * @param transaction the channel's number of the payment that goes back
     * @param state {@code INTENDED}, {@code PROCESSING}, {@code BY_HAND}, {@code DONE} or {@code FAILED}
     * @param fault the channel's word for why it failed
     * @param reference the number under which the channel or the bank knows it
     */
    record RefundJson(
            String id,
            String order,
            String channel,
            String transaction,
            Money amount,
            String reason,
            String state,
            @Nullable String fault,
            @Nullable String reference) {

        static RefundJson of(Refund refund) {
            return new RefundJson(
                    refund.id().toString(),
                    refund.order().toString(),
                    refund.channel().text(),
                    refund.transaction(),
                    refund.amount(),
                    refund.reason().name(),
                    refund.state().code(),
                    refund.state() instanceof RefundState.Failed failed ? failed.fault() : null,
                    refund.state() instanceof RefundState.Done done ? done.reference() : null);
        }
    }

    /** Money that does not fit its order; {@code refund} is null while nobody has decided to give it back. */
    record ConcernJson(
            String id,
            OrderJson order,
            String kind,
            String channel,
            String transaction,
            long fen,
            String currency,
            Instant paidAt,
            @Nullable RefundJson refund) {

        static ConcernJson of(MoneyDesk.ConcernCase found, Locale reader) {
            Concern concern = found.concern();
            Refund refund = found.refund();
            return new ConcernJson(
                    concern.id().toString(),
                    OrderJson.of(found.order(), reader),
                    concern.reason().name(),
                    concern.channel().text(),
                    concern.transaction(),
                    concern.fen(),
                    concern.currency(),
                    concern.paidAt(),
                    refund == null ? null : RefundJson.of(refund));
        }
    }

    /** What has to be looked at. */
    record DeskJson(List<ConcernJson> concerns, List<RefundJson> refunds) {

        static DeskJson of(MoneyDesk desk, Locale reader) {
            return new DeskJson(
                    desk.concerns().stream().map(one -> ConcernJson.of(one, reader)).toList(),
                    desk.refunds().stream().map(one -> RefundJson.of(one.refund())).toList());
        }
    }

    /** An order that was found. */
    record FoundJson(OrderJson order, List<RefundJson> refunds) {

        static FoundJson of(ReadMoneyDesk.Found found, Locale reader) {
            return new FoundJson(
                    OrderJson.of(found.order(), reader),
                    found.refunds().stream().map(RefundJson::of).toList());
        }
    }
}
