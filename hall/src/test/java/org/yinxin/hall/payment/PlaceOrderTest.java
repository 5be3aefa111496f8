package org.yinxin.hall.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.payment.channel.InMemoryChannel;

class PlaceOrderTest {

    private static final TestClock CLOCK = new TestClock();
    private static final InMemoryChannel CHANNEL = new InMemoryChannel(CLOCK);
    private static PaymentRoom room;

    @BeforeAll
    static void open() {
        room = new PaymentRoom(CLOCK, CHANNEL);
    }

    @AfterAll
    static void close() {
        room.close();
    }

    private Actor.Subscriber payer;
    private OrderRequest request;

    @BeforeEach
    void ask() {
        payer = room.payer();
        request = room.request(payer);
    }

    @Test
    void reads_back_what_was_placed() {
        PaymentOrder placed = place(request);
        assertThat(room.read(payer, placed.id())).isEqualTo(placed);
        assertThat(placed.amount()).isEqualTo(Money.yuan("280"));
        assertThat(room.use(ReadOrder.class).ofCase(request.caseNumber())).contains(placed);
        assertThat(room.audited("payment.placed")).contains("order:" + placed.id());
    }

    @Test
    void answers_the_same_order_while_it_is_unpaid() {
        assertThat(place(request).id()).isEqualTo(place(request).id());
    }

    @Test
    void answers_the_paid_order_of_a_case_and_never_charges_it_again() {
        PaymentOrder paid = place(request);
        CHANNEL.pay(room.start(payer, paid.id()), Money.ZERO);
        room.use(CheckOrder.class).check(payer, paid.id());
        PaymentOrder again = place(dearer());
        assertThat(again.id()).isEqualTo(paid.id());
        assertThat(again.settled()).isTrue();
    }

    @Test
    void replaces_an_unpaid_order_when_the_lines_change() {
        PaymentOrder first = place(request);
        room.start(payer, first.id());
        PaymentOrder second = place(dearer());
        assertThat(second.amount()).isEqualTo(Money.yuan("300"));
        assertThat(room.read(payer, first.id()).state())
                .isInstanceOfSatisfying(
                        OrderState.Closed.class,
                        closed ->
                                assertThat(closed.reason())
                                        .isEqualTo(OrderState.CloseReason.REPLACED));
        assertThat(room.attempts(first.id()).getFirst().state()).isEqualTo("CLOSING");
        assertThat(room.use(ReadOrder.class).ofCase(request.caseNumber())).contains(second);
    }

    @Test
    void eight_at_once_place_one_order() throws Exception {
        List<Callable<OrderId>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(() -> place(request).id());
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            HashSet<OrderId> ids = new HashSet<>();
            for (Future<OrderId> id : threads.invokeAll(all)) {
                ids.add(id.get());
            }
            assertThat(ids).hasSize(1);
        }
    }

    @Test
    void what_is_free_or_cannot_be_paid_is_no_order() {
        OrderLine free = new OrderLine(new Words("免费", "Free"), Money.ZERO);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(List.of(free), request.channels()));
        assertThatIllegalArgumentException().isThrownBy(() -> with(request.lines(), List.of()));
    }

    @Test
    void closes_once_and_never_a_settled_or_unknown_one() {
        CloseOrder close = room.use(CloseOrder.class);
        PaymentOrder order = place(request);
        var first = close.close(PaymentRoom.HALL, order.id(), OrderState.CloseReason.WITHDRAWN);
        var second = close.close(PaymentRoom.HALL, order.id(), OrderState.CloseReason.OVERDUE);
        assertThat(second).isEqualTo(first).isInstanceOf(Outcome.Done.class);
        PaymentOrder paid = room.place(payer);
        CHANNEL.pay(room.start(payer, paid.id()), Money.ZERO);
        room.use(CheckOrder.class).check(payer, paid.id());
        assertThat(
                        PaymentRoom.refusal(
                                close.close(
                                        PaymentRoom.HALL,
                                        paid.id(),
                                        OrderState.CloseReason.WITHDRAWN)))
                .isEqualTo(PaymentError.ALREADY_SETTLED);
        assertThat(
                        PaymentRoom.refusal(
                                close.close(
                                        PaymentRoom.HALL,
                                        OrderId.parse("7f3a1111-1111-4111-8111-111111111111")
                                                .orElseThrow(),
                                        OrderState.CloseReason.WITHDRAWN)))
                .isEqualTo(PaymentError.NO_SUCH_ORDER);
    }

    private PaymentOrder place(OrderRequest what) {
        return room.use(PlaceOrder.class).place(PaymentRoom.HALL, what);
    }

    private OrderRequest dearer() {
        return with(
                List.of(new OrderLine(new Words("证书服务费", "Service"), Money.yuan("300"))),
                request.channels());
    }

    private OrderRequest with(List<OrderLine> lines, List<ChannelCode> channels) {
        return new OrderRequest(
                request.caseNumber(),
                request.gate(),
                payer.account(),
                request.title(),
                lines,
                channels,
                null);
    }
}
