package org.yinxin.hall.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.archive.Pictures;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.payment.channel.InMemoryChannel;
import org.yinxin.hall.testing.Outcomes;
import org.yinxin.hall.testing.People;

class CloseOverdueOrdersTest {

    private static final TestClock CLOCK = new TestClock();
    private static PaymentRoom room;
    private static InMemoryChannel channel = new InMemoryChannel(CLOCK);

    private Actor.Subscriber payer;
    private PaymentOrder order;

    @BeforeAll
    static void open() {
        room = new PaymentRoom(CLOCK, channel);
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @BeforeEach
    void place() {
        room.listener.failing = false;
        payer = room.payer();
        order = place("PAY", 3);
    }

    @Test
    void counts_whole_days_of_shanghai() {
        assertThat(PlaceOrder.overdueAt(Instant.parse("2026-11-20T15:59:59Z"), 1))
                .isEqualTo(Instant.parse("2026-11-21T16:00:00Z"));
        assertThat(PlaceOrder.overdueAt(Instant.parse("2026-11-20T16:00:00Z"), 1))
                .isEqualTo(Instant.parse("2026-11-22T16:00:00Z"));
        assertThat(PlaceOrder.overdueAt(Instant.parse("2028-02-28T02:00:00Z"), 1))
                .isEqualTo(Instant.parse("2028-02-29T16:00:00Z"));
        assertThat(PlaceOrder.overdueAt(Instant.parse("2026-11-20T16:00:00Z"), null)).isNull();
    }

    @Test
    void closes_after_the_last_day_and_not_before_and_tells_once() {
        run();
        assertThat(state()).isInstanceOf(OrderState.Unpaid.class);
        pass();
        run();
        run();
        assertThat(state())
                .isInstanceOfSatisfying(
                        OrderState.Closed.class,
                        closed ->
                                assertThat(closed.reason())
                                        .isEqualTo(OrderState.CloseReason.OVERDUE));
        assertThat(told()).hasSize(1);
        assertThat(told().getFirst().gate()).isEqualTo(new GateCode("PAY"));
    }

    @Test
    void an_order_without_a_term_waits_for_ever() {
        order = room.place(payer);
        CLOCK.pass(Duration.ofDays(4000));
        run();
        assertThat(state()).isInstanceOf(OrderState.Unpaid.class);
    }

    @Test
    void leaves_alone_what_was_paid_and_what_a_finance_officer_looks_at() {
        PaymentOrder paid = order;
        channel.pay(room.start(payer, paid.id()), Money.ZERO);
        CLOCK.pass(Duration.ofSeconds(11));
        room.use(CheckUnsettledOrders.class).run();
        order = place("PAY", 3);
        Outcomes.done(
                room.use(HandInVoucher.class).handIn(payer, order.id(), Pictures.jpeg(30, 20), ""));
        pass();
        run();
        assertThat(room.read(payer, paid.id()).settled()).isTrue();
        assertThat(state()).isInstanceOf(OrderState.Unpaid.class);
        VoucherId voucher =
                Objects.requireNonNull(
                                Outcomes.done(room.use(ReadOrder.class).standing(payer, order.id()))
                                        .voucher())
                        .id();
        Outcomes.done(room.use(CheckVoucher.class).giveBack(People.FINANCE, voucher, "没有到账"));
        run();
        assertThat(state()).isInstanceOf(OrderState.Closed.class);
    }

    @Test
    void money_that_was_on_its_way_is_a_concern_and_goes_back() {
        String code = room.start(payer, order.id());
        channel.pay(code, Money.ZERO);
        pass();
        run();
        room.use(CheckUnsettledOrders.class).run();
        assertThat(room.concerns(order.id())).containsExactly("PAID_AFTER_CLOSE");
        room.use(CarryOutRefunds.class).run();
        assertThat(channel.refunded(room.attempts(order.id()).getFirst().number()))
                .isEqualTo(28_000);
    }

    @Test
    void killed_while_the_owner_is_told_closes_nothing_and_goes_on_later() {
        pass();
        room.listener.failing = true;
        assertThatThrownBy(CloseOverdueOrdersTest::run).hasMessage("killed while listening");
        assertThat(state()).isInstanceOf(OrderState.Unpaid.class);
        room.listener.failing = false;
        run();
        assertThat(state()).isInstanceOf(OrderState.Closed.class);
        assertThat(told()).hasSize(1);
    }

    @Test
    void each_gate_of_a_case_is_paid_once() {
        OrderRequest first = order.request();
        PaymentOrder second =
                room.use(PlaceOrder.class)
                        .place(PaymentRoom.HALL, at(first, new GateCode("PAY_AGAIN"), null));
        assertThat(second.id()).isNotEqualTo(order.id());
        assertThat(room.use(PlaceOrder.class).place(PaymentRoom.HALL, first).id())
                .isEqualTo(order.id());
        for (PaymentOrder each : List.of(order, second)) {
            channel.pay(room.start(payer, each.id()), Money.ZERO);
        }
        CLOCK.pass(Duration.ofSeconds(11));
        room.use(CheckUnsettledOrders.class).run();
        assertThat(room.read(payer, order.id()).settled()).isTrue();
        assertThat(room.read(payer, second.id()).settled()).isTrue();
        assertThat(room.use(PlaceOrder.class).place(PaymentRoom.HALL, first).id())
                .isEqualTo(order.id());
        assertThat(room.use(ReadOrder.class).ofGate(first.caseNumber(), first.gate()))
                .hasValueSatisfying(found -> assertThat(found.id()).isEqualTo(order.id()));
        room.use(GiveBack.class).all(PaymentRoom.HALL, first.caseNumber());
        room.use(CarryOutRefunds.class).run();
        for (PaymentOrder each : List.of(order, second)) {
            assertThat(channel.refunded(room.attempts(each.id()).getFirst().number()))
                    .isEqualTo(28_000);
        }
    }

    private PaymentOrder place(String gate, Integer days) {
        return room.use(PlaceOrder.class)
                .place(PaymentRoom.HALL, at(room.request(payer), new GateCode(gate), days));
    }

    private static OrderRequest at(OrderRequest request, GateCode gate, @Nullable Integer days) {
        return new OrderRequest(
                request.caseNumber(),
                gate,
                request.payer(),
                request.title(),
                request.lines(),
                request.channels(),
                days);
    }

    private static void pass() {
        CLOCK.pass(Duration.ofDays(4));
    }

    private static void run() {
        room.use(CloseOverdueOrders.class).run();
    }

    private OrderState state() {
        return room.read(payer, order.id()).state();
    }

    private List<OrderOverdue> told() {
        return room.listener.overdue.stream()
                .filter(event -> event.order().equals(order.id()))
                .toList();
    }
}
