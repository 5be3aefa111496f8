package org.yinxin.hall.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.yinxin.hall.payment.ReadOrder;
import org.yinxin.hall.review.ReadSurcharge;

/** Makes the bill of a payment gate and hands it to payment. */
@Component
class Bills {

    private final PlaceOrder placeOrder;
    private final CloseOrder closeOrder;
    private final ReadOrder orders;
    private final ReadSurcharge surcharges;

    Bills(
            PlaceOrder placeOrder,
            CloseOrder closeOrder,
            ReadOrder orders,
            ReadSurcharge surcharges) {
        this.placeOrder = placeOrder;
        this.closeOrder = closeOrder;
        this.orders = orders;
        this.surcharges = surcharges;
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

    Bill place(Application application, GatePlan gate, Contents contents, Actor by) {
        var payment = (GateSettings.Payment) gate.settings();
        Map<String, String> answers = contents.values();
        int years = application.plan().years(application.business(), answers);
        List<OrderLine> lines =
                Stream.concat(
                                payment.lines().stream()
                                        .map(
                                                line ->
                                                        new OrderLine(
                                                                line.label(),
                                                                line.amount(years, answers))),
                                surcharge(application).stream())
                        .filter(line -> !line.amount().equals(Money.ZERO))
                        .toList();
        if (lines.isEmpty()) {
            return new Bill.Free();
        }
        PaymentOrder order =
                placeOrder.place(
                        by,
                        new OrderRequest(
                                application.number(),
                                gate.code(),
                                application.account(),
                                application.business().title(),
                                lines,
                                payment.channels().stream().map(ChannelCode::new).toList(),
                                payment.unpaidDays()));
        return order.settled() ? new Bill.Settled(order.id()) : new Bill.Due(order.id());
    }

    /** What a reviewer has set; it belongs to the first bill that is made after the approval. */
    private Optional<OrderLine> surcharge(Application application) {
        return application.business().gates(GateSettings.Review.class).stream()
                .filter(gate -> application.gates().state(gate.code()).passed())
                .flatMap(
                        gate ->
                                Optional.ofNullable(
                                        ((GateSettings.Review) gate.settings()).surcharge())
                                        .stream())
                .findFirst()
                .flatMap(
                        label ->
                                surcharges
                                        .of(application.number())
                                        .map(set -> new OrderLine(label, set.amount())));
    }

    /** Closes the order of a payment gate that has shut again, so that nobody pays for what may still change. */
    void withdraw(Application application, GatePlan gate, Actor by) {
        // A settled order stays settled, whatever this answers.
        orders.ofGate(application.number(), gate.code())
                .ifPresent(
                        order ->
                                closeOrder.close(by, order.id(), OrderState.CloseReason.WITHDRAWN));
    }
}
