package org.yinxin.hall.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.gate.ItemReason;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.Fact;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.payment.GiveBack;
import org.yinxin.hall.payment.OrderOverdue;
import org.yinxin.hall.payment.OrderRefunded;
import org.yinxin.hall.payment.OrderSettled;
import org.yinxin.hall.payment.ReadOrder;
import org.yinxin.hall.payment.RefundBegun;
import org.yinxin.hall.payment.VoucherReturned;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Takes what happened to the money of an application to its gates and to its subscriber, in the transaction of the
 * fact. Money for a gate that the application does not wait at changes nothing here; it is journalled, and payment
 * keeps it, or gives it back where the application has ended.
 */
@Component
class PaymentListener {

    private static final Actor HALL = new Actor.Hall("payment");

    /** The reason code of an application that ended because nobody paid. */
    static final String UNPAID = "unpaid";

    private final Applications applications;
    private final GateKeeper gateKeeper;
    private final HandedIn handedIn;
    private final Eligibility eligibility;
    private final ReadOrder readOrder;
    private final GiveBack giveBack;
    private final Notices notices;
    private final AuditTrail audit;

    PaymentListener(
            Applications applications,
            GateKeeper gateKeeper,
            HandedIn handedIn,
            Eligibility eligibility,
            ReadOrder readOrder,
            GiveBack giveBack,
            Notices notices,
            AuditTrail audit) {
        this.applications = applications;
        this.gateKeeper = gateKeeper;
        this.handedIn = handedIn;
        this.eligibility = eligibility;
        this.readOrder = readOrder;
        this.giveBack = giveBack;
        this.notices = notices;
        this.audit = audit;
    }

    @EventListener
    void on(OrderSettled settled) {
        Optional<Application> found = applications.lock(settled.caseNumber());
        Optional<Application> awaited =
                found.filter(application -> waitsForMoney(application, settled.gate()))
                        .filter(_ -> isOfGate(settled));
        if (awaited.isEmpty()) {
            audit.record(
                    HALL,
                    "application.payment-ignored",
                    "application:" + settled.caseNumber(),
                    Map.of("order", settled.order().toString()));
            if (found.filter(application -> application.gates().ended()).isPresent()) {
                giveBack.all(HALL, settled.caseNumber());
            }
            return;
        }
        // Before the gate passes: what opens behind it may ask.
        handedIn.know(settled.caseNumber(), Fact.PAYMENT_CHANNEL, settled.channel().text());
        Application paid =
                gateKeeper.pass(awaited.get(), settled.gate(), HALL, "order:" + settled.order());
        notices.tell(paid, "settled");
    }

    /** Nobody paid in time: this is the end, and what was paid at another gate goes back. */
    @EventListener
    void on(OrderOverdue overdue) {
        applications
                .lock(overdue.caseNumber())
                .filter(application -> waitsForMoney(application, overdue.gate()))
                .ifPresent(application -> end(application, overdue.gate()));
    }

    @EventListener
    void on(RefundBegun begun) {
        tell(begun.caseNumber(), "refunding");
    }

    @EventListener
    void on(OrderRefunded refunded) {
        tell(refunded.caseNumber(), "refunded");
    }

    @EventListener
    void on(VoucherReturned returned) {
        tell(returned.caseNumber(), "voucher-returned");
    }

    /** Whether it is the order that the gate has now. */
    private boolean isOfGate(OrderSettled settled) {
        return readOrder
                .ofGate(settled.caseNumber(), settled.gate())
                .filter(order -> order.id().equals(settled.order()))
                .isPresent();
    }

    private void end(Application application, GateCode gate) {
        Application ended =
                gateKeeper.take(
                        application,
                        application
                                .gates()
                                .refuse(
                                        gate,
                                        List.of(new ItemReason("", UNPAID, "")),
                                        gateKeeper.now(),
                                        HALL.reference()),
                        HALL);
        eligibility.giveUp(ended);
        notices.tell(ended, UNPAID);
    }

    private void tell(CaseNumber number, String event) {
        applications.find(number).ifPresent(application -> notices.tell(application, event));
    }

    private static boolean waitsForMoney(Application application, GateCode gate) {
        return application.business().gate(gate).isPresent()
                && application.gate(gate).settings() instanceof GateSettings.Payment
                && application.gates().workable(gate);
    }
}
