package org.yinxin.hall.application;

import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;

/** Makes the bill, and closes it again. */
@Component
class PaymentGate implements GateRoom {

    private static final Actor HALL = new Actor.Hall("gates");

    private final Bills bills;
    private final Notices notices;

    PaymentGate(Bills bills, Notices notices) {
        this.bills = bills;
        this.notices = notices;
    }

    @Override
    public Class<GateSettings.Payment> kind() {
        return GateSettings.Payment.class;
    }

    @Override
    public Application open(
            Application application,
            GatePlan gate,
            Contents contents,
            Actor by,
            GateKeeper gateKeeper) {
        return switch (bills.place(application, gate, contents, by)) {
            case Bills.Bill.Free _ -> gateKeeper.pass(application, gate.code(), HALL, "free");
            case Bills.Bill.Settled(var order) ->
                    gateKeeper.pass(
                            gateKeeper.keep(
                                    application, application.milestones().ordered(order), by),
                            gate.code(),
                            HALL,
                            "order:" + order);
            case Bills.Bill.Due(var order) -> {
                notices.tell(application, "pay");
                yield gateKeeper.keep(application, application.milestones().ordered(order), by);
            }
        };
    }

    @Override
    public void withdraw(Application application, GatePlan gate, Actor by) {
        bills.withdraw(application, gate, by);
    }
}
