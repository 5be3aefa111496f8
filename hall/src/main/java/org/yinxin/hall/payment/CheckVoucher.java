package org.yinxin.hall.payment;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.payment.channel.ChannelPayment;

/**
 * A finance officer has looked at the account: the money is there, or the voucher is returned in words. Money for an
 * order that was closed or paid otherwise meanwhile becomes a concern and goes back.
 *
 * <p>Refusals: {@link PaymentError#NOT_A_FINANCE_OFFICER}; {@link PaymentError#NO_SUCH_VOUCHER}; {@link
 * PaymentError#VOUCHER_CHECKED}; {@link PaymentError#NOT_A_BANK_NUMBER}; {@link PaymentError#BANK_NUMBER_USED}, because
 * one transfer pays one order; {@link PaymentError#ANOTHER_AMOUNT}; {@link PaymentError#NO_WORDS}; {@link
 * PaymentError#WORDS_TOO_LONG}.
 */
@Component
public class CheckVoucher {

    private final PaymentVouchers vouchers;
    private final PaymentOrders orders;
    private final SettleOrder settle;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    CheckVoucher(
            PaymentVouchers vouchers,
            PaymentOrders orders,
            SettleOrder settle,
            ApplicationEventPublisher events,
            AuditTrail audit,
            Clock clock) {
        this.vouchers = vouchers;
        this.orders = orders;
        this.settle = settle;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The money is on the account.
     *
     * @param received how much of it
     * @param bankNumber under which number the bank booked it
     */
    @Transactional
    public Outcome<VoucherCase> confirm(
            Actor actor, VoucherId id, Money received, String bankNumber) {
        return Finance.officer(actor)
                .flatMap(
                        officer ->
                                Finance.bankNumber(bankNumber)
                                        .flatMap(
                                                number ->
                                                        waiting(
                                                                id,
                                                                held ->
                                                                        confirm(
                                                                                officer, held,
                                                                                received,
                                                                                number))));
    }

    /** There is no such money, or the voucher cannot be read; the payer hears why. */
    @Transactional
    public Outcome<VoucherCase> giveBack(Actor actor, VoucherId id, String words) {
        String said = words.strip();
        return Finance.officer(actor)
                .flatMap(
                        officer ->
                                said.isEmpty()
                                        ? Outcome.refused(PaymentError.NO_WORDS)
                                        : HandInVoucher.words(said)
                                                .flatMap(
                                                        _ ->
                                                                waiting(
                                                                        id,
                                                                        held ->
                                                                                giveBack(
                                                                                        officer,
                                                                                        held,
                                                                                        said))));
    }

    private Outcome<VoucherCase> confirm(
            Actor.Operator officer, VoucherCase held, Money received, String bankNumber) {
        if (!received.equals(held.order().amount())) {
            return Outcome.refused(PaymentError.ANOTHER_AMOUNT);
        }
        if (orders.knows(ChannelCode.TRANSFER, bankNumber)) {
            return Outcome.refused(PaymentError.BANK_NUMBER_USED);
        }
        Instant now = now();
        vouchers.confirm(held.voucher().id(), new VoucherState.Confirmed(now, officer.reference()));
        audit.record(
                officer,
                "payment.voucher-confirmed",
                "order:" + held.order().id(),
                Map.of("voucher", held.voucher().id().toString(), "transaction", bankNumber));
        settle.transferred(
                held.order(),
                new ChannelPayment("", bankNumber, received.fen(), "CNY", now),
                officer);
        return Outcome.done(read(held.voucher().id()));
    }

    private Outcome<VoucherCase> giveBack(Actor.Operator officer, VoucherCase held, String words) {
        vouchers.giveBack(
                held.voucher().id(), new VoucherState.Returned(now(), officer.reference(), words));
        audit.record(
                officer,
                "payment.voucher-returned",
                "order:" + held.order().id(),
                Map.of("voucher", held.voucher().id().toString()));
        events.publishEvent(new VoucherReturned(held.order().id(), held.order().caseNumber()));
        return Outcome.done(read(held.voucher().id()));
    }

    /** Locks the order first, as everybody does who changes a voucher. */
    private Outcome<VoucherCase> waiting(
            VoucherId id, Function<VoucherCase, Outcome<VoucherCase>> then) {
        var order = vouchers.find(id).flatMap(voucher -> orders.lock(voucher.order()));
        if (order.isEmpty()) {
            return Outcome.refused(PaymentError.NO_SUCH_VOUCHER);
        }
        Voucher voucher = vouchers.find(id).orElseThrow();
        return voucher.state() instanceof VoucherState.Waiting
                ? then.apply(new VoucherCase(voucher, order.get()))
                : Outcome.refused(PaymentError.VOUCHER_CHECKED);
    }

    private VoucherCase read(VoucherId id) {
        Voucher voucher = vouchers.find(id).orElseThrow();
        return new VoucherCase(voucher, orders.find(voucher.order()).orElseThrow());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
