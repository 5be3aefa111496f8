package org.yinxin.hall.payment.web;

import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.payment.CheckOrder;
import org.yinxin.hall.payment.OrderId;
import org.yinxin.hall.payment.OrderStanding;
import org.yinxin.hall.payment.PaymentError;
import org.yinxin.hall.payment.ReadOrder;
import org.yinxin.hall.web.Answers;

/** Orders in the open API. A payment is started where the case is. */
@RestController
@RequestMapping("/api/v1/orders/{id}")
class OrderApi {

    private final ReadOrder readOrder;
    private final CheckOrder checkOrder;

    OrderApi(ReadOrder readOrder, CheckOrder checkOrder) {
        this.readOrder = readOrder;
        this.checkOrder = checkOrder;
    }

    /** The order as it stands. */
    @GetMapping
    ResponseEntity<OrderView> read(
            @AuthenticationPrincipal Actor who, @PathVariable String id, Locale reader) {
        return Answers.of(standing(who, id).map(standing -> OrderView.of(standing, reader)));
    }

    /** The order as it stands after the channel was asked once more. */
    @PostMapping("/check")
    ResponseEntity<OrderView> check(
            @AuthenticationPrincipal Actor who, @PathVariable String id, Locale reader) {
        Outcome<OrderStanding> checked =
                id(id).flatMap(order -> checkOrder.check(who, order))
                        .flatMap(order -> readOrder.standing(who, order.id()));
        return Answers.of(checked.map(standing -> OrderView.of(standing, reader)));
    }

    private Outcome<OrderStanding> standing(Actor who, String id) {
        return id(id).flatMap(order -> readOrder.standing(who, order));
    }

    static Outcome<OrderId> id(String typed) {
        return OrderId.parse(typed)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(PaymentError.NO_SUCH_ORDER));
    }
}
