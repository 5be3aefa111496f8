package org.yinxin.hall.application;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.payment.ChannelCode;
import org.yinxin.hall.payment.OrderId;
import org.yinxin.hall.payment.PaymentError;
import org.yinxin.hall.payment.ReadOrder;
import org.yinxin.hall.payment.StartPayment;
import org.yinxin.hall.payment.StartedPayment;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Starts a payment over one channel. Eligibility is looked at again by {@link PaymentEligibility}, which payment asks.
 *
 * <p>Refuses: somebody else's application; one where nothing is to be paid now; whatever payment refuses.
 */
@Component
public class PayApplication {

    private final Desk desk;
    private final ReadOrder readOrder;
    private final StartPayment startPayment;
    private final TransactionTemplate transaction;

    PayApplication(
            Desk desk,
            ReadOrder readOrder,
            StartPayment startPayment,
            PlatformTransactionManager transactions) {
        this.desk = desk;
        this.readOrder = readOrder;
        this.startPayment = startPayment;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The channel is asked after the transaction: an outside call never holds one open. */
    public Outcome<StartedPayment> pay(Actor actor, CaseNumber number, String channel) {
        Optional<ChannelCode> code = ChannelCode.parse(channel);
        if (code.isEmpty()) {
            return Outcome.refused(PaymentError.CHANNEL_NOT_OFFERED);
        }
        Outcome<OrderId> order =
                transaction.execute(_ -> desk.lookAsOwner(actor, number).flatMap(this::order));
        return order.flatMap(id -> startPayment.start(actor, id, code.get()));
    }

    private Outcome<OrderId> order(Application application) {
        return application
                .workable(GateSettings.Payment.class)
                .flatMap(gate -> readOrder.ofGate(application.number(), gate.code()))
                .map(order -> Outcome.done(order.id()))
                .orElseGet(() -> Outcome.refused(ApplicationError.NOT_TO_BE_PAID));
    }
}
