package org.yinxin.hall.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yinxin.hall.testing.Outcomes.done;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.hall.payment.ChannelCode;
import org.yinxin.hall.payment.OrderId;
import org.yinxin.hall.payment.OrderLine;
import org.yinxin.hall.payment.OrderOverdue;
import org.yinxin.hall.payment.OrderRequest;
import org.yinxin.hall.payment.PaymentOrder;
import org.yinxin.hall.payment.PlaceOrder;
import org.yinxin.hall.payment.ReadOrder;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.review.DecideReview;
import org.yinxin.hall.review.Decision;
import org.yinxin.hall.review.ItemReason;
import org.yinxin.hall.testing.People;

/** What becomes of the money when an application ends, and of the application when no money comes. */
class MoneyOfApplicationTest {

    private static final GateCode PAY = new GateCode("PAY");
    private static final Decision REFUSE =
            new Decision.Refuse(List.of(new ItemReason("", "other", "不在受理范围内")));

    private static ApplicationRoom room;
    private final Actor.Subscriber who = ApplicationRoom.subscriber();

    @BeforeAll
    static void enter() {
        room = new ApplicationRoom();
    }

    @AfterAll
    static void leave() {
        room.close();
    }

    @Test
    void a_refusal_gives_back_what_was_paid_in_the_same_transaction_and_once() {
        CaseNumber number = room.submitted(who, "91150100MA0T0045X0");
        OrderId order = paidBefore(number, "TRANSFER-1");
        room.notify.failing = true;
        try {
            assertThatThrownBy(() -> room.decide(number, REFUSE))
                    .hasMessageContaining("killed while telling");
        } finally {
            room.notify.failing = false;
        }
        assertThat(refunds(order)).isZero();
        decideAgain(number);
        assertThat(refunds(order)).isEqualTo(1);
        assertThat(room.view(who, number).status().code()).isEqualTo("REVIEW_REFUSED");
        assertThat(room.notify.told)
                .contains("application.inbox.refused", "application.inbox.refunding");
        assertThat(room.hall.journal()).contains("payment.refund-intended");
    }

    @Test
    void money_that_nobody_paid_in_time_ends_the_application_in_words() {
        CaseNumber number = room.approved(who, "91150100MA0T00345Y");
        OrderId order = order(number);
        overdue(number, order, PAY);
        ApplicationView view = room.view(who, number);
        assertThat(view.status().code()).isEqualTo("PAY_REFUSED");
        assertThat(view.next()).isNull();
        assertThat(room.notify.told).contains("application.inbox.unpaid");
        assertThat(view.gates().stream().flatMap(gate -> gate.reasons().stream()))
                .extracting(reason -> reason.reason().zh())
                .contains("没有在期限内支付");
        // Once more changes nothing, and neither does another gate.
        overdue(number, order, PAY);
        overdue(number, order, new GateCode("REVIEW"));
        assertThat(room.view(who, number)).isEqualTo(view);
        CaseNumber again = room.submitted(who, "91150100MA0T00345Y");
        assertThat(room.view(who, again).status().code()).isEqualTo("REVIEW_OPEN");
    }

    @Test
    void an_application_that_waits_for_something_else_does_not_end() {
        CaseNumber number = room.paid(who, "91150100MA0T00222X");
        ApplicationView before = room.view(who, number);
        overdue(number, order(number), PAY);
        assertThat(room.view(who, number)).isEqualTo(before);
    }

    private OrderId order(CaseNumber number) {
        var order = Objects.requireNonNull(room.view(who, number).order());
        return OrderId.parse(order.id()).orElseThrow();
    }

    /** As where a plan takes the money before the review. */
    private OrderId paidBefore(CaseNumber number, String transaction) {
        PaymentOrder order =
                room.use(PlaceOrder.class)
                        .place(
                                who,
                                new OrderRequest(
                                        number,
                                        PAY,
                                        who.account(),
                                        new Words("证书", "Certificate"),
                                        List.of(
                                                new OrderLine(
                                                        new Words("证书", "Certificate"),
                                                        Money.yuan("280"))),
                                        List.of(ChannelCode.TRANSFER),
                                        null));
        room.hall
                .jdbc()
                .sql(
                        """
                        UPDATE payment_order SET state = 'SETTLED', settled_at = placed_at, channel = 'transfer',
                               transaction = :transaction WHERE id = :id
                        """)
                .param("transaction", transaction)
                .param("id", order.id().value())
                .update();
        assertThat(done(room.use(ReadOrder.class).read(who, order.id())).settled()).isTrue();
        return order.id();
    }

    private static void decideAgain(CaseNumber number) {
        done(room.use(DecideReview.class).decide(People.APPROVING_OFFICER, number, null, REFUSE));
    }

    private static void overdue(CaseNumber number, OrderId order, GateCode gate) {
        room.inTransaction(
                () -> room.publisher().publishEvent(new OrderOverdue(order, number, gate)));
    }

    private static int refunds(OrderId order) {
        return room.hall
                .jdbc()
                .sql("SELECT count(*) FROM payment_refund WHERE order_id = :id")
                .param("id", order.value())
                .query(Integer.class)
                .single();
    }
}
