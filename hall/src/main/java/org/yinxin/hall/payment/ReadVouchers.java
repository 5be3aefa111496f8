package org.yinxin.hall.payment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.archive.PaperContent;
import org.yinxin.hall.archive.ReadPaper;
import org.yinxin.hall.outcome.Outcome;

/**
 * Shows vouchers to finance officers, and to payers their own.
 *
 * <p>Refusals: {@link PaymentError#NOT_A_FINANCE_OFFICER}; {@link PaymentError#NO_SUCH_VOUCHER}.
 */
@Component
public class ReadVouchers {

    /** So many are listed at once; the others move up. */
    public static final int LISTED = 20;

    private final PaymentVouchers vouchers;
    private final PaymentOrders orders;
    private final ReadPaper readPaper;
    private final Payers payers;

    ReadVouchers(
            PaymentVouchers vouchers, PaymentOrders orders, ReadPaper readPaper, Payers payers) {
        this.vouchers = vouchers;
        this.orders = orders;
        this.readPaper = readPaper;
        this.payers = payers;
    }

    /** What waits to be checked, the longest waiting first. */
    @Transactional(readOnly = true)
    public Outcome<List<VoucherCase>> waiting(Actor actor) {
        return Finance.officer(actor).map(_ -> withOrders(vouchers.waiting(LISTED)));
    }

    @Transactional(readOnly = true)
    public Outcome<VoucherCase> read(Actor actor, VoucherId id) {
        return voucher(actor, id).map(this::withOrder);
    }

    /** The picture. */
    @Transactional(readOnly = true)
    public Outcome<PaperContent> picture(Actor actor, VoucherId id) {
        return voucher(actor, id)
                .flatMap(
                        voucher ->
                                readPaper
                                        .read(voucher.paper())
                                        .map(Outcome::done)
                                        .orElseGet(
                                                () ->
                                                        Outcome.refused(
                                                                PaymentError.NO_SUCH_VOUCHER)));
    }

    /** The picture that a payer has handed in last, for the payer. */
    @Transactional(readOnly = true)
    public Outcome<PaperContent> own(Actor actor, OrderId order) {
        return orders.find(order)
                .filter(found -> payers.isPayer(actor, found))
                .flatMap(found -> vouchers.newest(found.id()))
                .flatMap(voucher -> readPaper.read(voucher.paper()))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(PaymentError.NO_SUCH_VOUCHER));
    }

    private Outcome<Voucher> voucher(Actor actor, VoucherId id) {
        return Finance.officer(actor)
                .flatMap(
                        _ ->
                                vouchers.find(id)
                                        .map(Outcome::done)
                                        .orElseGet(
                                                () ->
                                                        Outcome.refused(
                                                                PaymentError.NO_SUCH_VOUCHER)));
    }

    private List<VoucherCase> withOrders(List<Voucher> waiting) {
        Map<OrderId, PaymentOrder> all =
                orders.all(waiting.stream().map(Voucher::order).distinct().toList());
        return waiting.stream()
                .map(each -> new VoucherCase(each, Objects.requireNonNull(all.get(each.order()))))
                .toList();
    }

    private VoucherCase withOrder(Voucher voucher) {
        return new VoucherCase(voucher, orders.find(voucher.order()).orElseThrow());
    }
}
