package org.yinxin.hall.application;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.payment.ChannelCode;
import org.yinxin.hall.payment.CloseOrder;
import org.yinxin.hall.payment.OrderId;
import org.yinxin.hall.payment.OrderLine;
import org.yinxin.hall.payment.OrderRequest;
import org.yinxin.hall.payment.OrderState;
import org.yinxin.hall.payment.PaymentOrder;
import org.yinxin.hall.payment.PlaceOrder;

/** Makes the bill of a payment gate and hands it to payment. */
@Component
class Bills {

    private final PlaceOrder placeOrder;
    private final CloseOrder closeOrder;

    Bills(PlaceOrder placeOrder, CloseOrder closeOrder) {
        this.placeOrder = placeOrder;
        this.closeOrder = closeOrder;
    }

    /** What came of making the bill. */
    sealed interface Bill {

        /** Nothing is to be paid. */
        record Free() implements Bill {}

        /**
         * It was paid earlier, before a return.
         *
         * @param order the order that was paid
         */
        record Settled(OrderId order) implements Bill {}

        /**
         * It is to be paid.
         *
         * @param order the order to pay
         */
        record Due(OrderId order) implements Bill {}
    }

    Bill place(Application application, GateSettings.Payment payment, Contents contents, Actor by) {
        Map<String, String> answers = contents.values();
        int years = application.plan().years(application.business(), answers);
        if (payment.total(years, answers).equals(Money.ZERO)) {
            return new Bill.Free();
        }
        List<OrderLine> lines =
                payment.lines().stream()
                        .map(line -> new OrderLine(line.label(), line.amount(years, answers)))
                        .filter(line -> !line.amount().equals(Money.ZERO))
                        .toList();
        PaymentOrder order =
                placeOrder.place(
                        by,
                        new OrderRequest(
                                application.number(),
                                application.account(),
                                application.business().title(),
                                lines,
                                payment.channels().stream().map(ChannelCode::new).toList()));
        return order.settled() ? new Bill.Settled(order.id()) : new Bill.Due(order.id());
    }

    /** Closes the order of a payment gate that has shut again, so that nobody pays for what may still change. */
    void withdraw(Application application, GatePlan gate, Actor by) {
        OrderId order = application.milestones().order();
        if (gate.settings() instanceof GateSettings.Payment && order != null) {
            // A settled order stays settled, whatever this answers.
            closeOrder.close(by, order, OrderState.CloseReason.WITHDRAWN);
        }
    }
}
