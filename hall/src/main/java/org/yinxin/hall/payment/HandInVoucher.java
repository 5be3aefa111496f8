package org.yinxin.hall.payment;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.archive.PaperFormat;
import org.yinxin.hall.archive.PaperId;
import org.yinxin.hall.archive.PaperRules;
import org.yinxin.hall.archive.StorePaper;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;

/**
 * Takes the voucher of a bank transfer; one that was not checked yet is replaced. The archive is written between two
 * transactions, as it may be a store across the network; what is written in vain is never listed.
 *
 * <p>Refusals: {@link PaymentError#NO_SUCH_ORDER}, also for an order of somebody else; {@link
 * PaymentError#ALREADY_SETTLED}; {@link PaymentError#ORDER_CLOSED}; {@link PaymentError#UNDER_INVESTIGATION}; {@link
 * PaymentError#CHANNEL_NOT_OFFERED}; {@link PaymentError#WORDS_TOO_LONG}; whatever a {@link PaymentGuard} or the
 * archive objects to.
 */
@Component
public class HandInVoucher {

    /** The largest picture taken, in bytes. */
    public static final int LARGEST = 2 * 1024 * 1024;

    static final int LONGEST_WORDS = 200;

    private static final PaperRules RULES = new PaperRules(LARGEST, PaperFormat.PICTURES);

    private final PayableOrder payable;
    private final PaymentVouchers vouchers;
    private final PaymentSettings settings;
    private final StorePaper storePaper;
    private final AuditTrail audit;
    private final Supplier<UUID> uuids;
    private final Clock clock;
    private final TransactionTemplate transaction;

    HandInVoucher(
            PayableOrder payable,
            PaymentVouchers vouchers,
            PaymentSettings settings,
            StorePaper storePaper,
            AuditTrail audit,
            Supplier<UUID> uuids,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.payable = payable;
        this.vouchers = vouchers;
        this.settings = settings;
        this.storePaper = storePaper;
        this.audit = audit;
        this.uuids = uuids;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Answers the order that it is for. */
    public Outcome<PaymentOrder> handIn(Actor actor, OrderId id, byte[] picture, String remark) {
        if (settings.transfer() == null) {
            return Outcome.refused(PaymentError.CHANNEL_NOT_OFFERED);
        }
        String said = remark.strip();
        return inTransaction(() -> payable.lock(actor, id, ChannelCode.TRANSFER))
                .flatMap(order -> words(said).map(_ -> order))
                .flatMap(_ -> storePaper.store(actor, picture, RULES))
                .flatMap(
                        stored ->
                                inTransaction(
                                        () ->
                                                payable.lock(actor, id, ChannelCode.TRANSFER)
                                                        .map(
                                                                order ->
                                                                        list(
                                                                                actor,
                                                                                order,
                                                                                stored.id(),
                                                                                said))));
    }

    private PaymentOrder list(Actor actor, PaymentOrder order, PaperId paper, String remark) {
        Voucher voucher =
                new Voucher(
                        new VoucherId(uuids.get()),
                        order.id(),
                        paper,
                        remark,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        new VoucherState.Waiting());
        vouchers.add(voucher);
        audit.record(
                actor,
                "payment.voucher-handed-in",
                "order:" + order.id(),
                Map.of("voucher", voucher.id().toString(), "sm3", paper.sm3()));
        return order;
    }

    /** Refuses words that are too long to be kept. */
    static Outcome<String> words(String said) {
        return said.codePointCount(0, said.length()) > LONGEST_WORDS
                ? Outcome.refused(
                        new Refusal(
                                PaymentError.WORDS_TOO_LONG,
                                List.of(),
                                List.of(Integer.toString(LONGEST_WORDS))))
                : Outcome.done(said);
    }

    private <T> Outcome<T> inTransaction(Supplier<Outcome<T>> work) {
        return transaction.execute(_ -> work.get());
    }
}
