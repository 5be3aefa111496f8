package org.yinxin.hall.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.payment.channel.InMemoryChannel;
import org.yinxin.hall.payment.channel.InMemoryChannel.Fate;

class CheckUnsettledOrdersTest {

    private static final TestClock CLOCK = new TestClock();
    private static final Duration A_WHILE = Duration.ofSeconds(11);
    private static PaymentRoom room;

    private static InMemoryChannel channel = new InMemoryChannel(CLOCK);

    private Actor.Subscriber payer;
    private PaymentOrder order;
    private String code;

    @BeforeAll
    static void open() {
        room = new PaymentRoom(CLOCK, channel);
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @BeforeEach
    void startPaying() {
        CLOCK.hold();
        room.jdbc().sql("UPDATE payment_attempt SET state = 'CLOSED'").update();
        payer = room.payer();
        order = room.place(payer);
        code = room.start(payer, order.id());
    }

    @AfterEach
    void calm() {
        CLOCK.release();
        channel.fate = Fate.WELL;
        room.listener.failing = false;
    }

    @Test
    void settles_what_was_paid_when_no_notification_came() {
        channel.pay(code, Money.ZERO);
        run();
        assertThat(room.read(payer, order.id()).settled()).isFalse();
        CLOCK.pass(A_WHILE);
        run();
        assertThat(room.read(payer, order.id()).settled()).isTrue();
        assertThat(room.verdicts()).isEmpty();
    }

    @Test
    void asks_ever_more_rarely() {
        int before = channel.questions;
        for (int second = 0; second < 600; second += 10) {
            CLOCK.pass(Duration.ofSeconds(10));
            run();
        }
        assertThat(channel.questions - before).isBetween(5, 25);
    }

    @Test
    void closes_what_expired_so_that_it_can_never_be_paid() {
        CLOCK.pass(Duration.ofHours(2));
        run();
        assertThat(channel.pay(code, Money.ZERO)).isFalse();
        assertThat(state()).isEqualTo("CLOSED");
    }

    @Test
    void tells_the_channel_to_close_what_an_order_does_not_need_any_more() {
        closeOrder();
        run();
        assertThat(channel.pay(code, Money.ZERO)).isFalse();
        assertThat(state()).isEqualTo("CLOSED");
    }

    @Test
    void finds_out_while_closing_that_it_was_paid_and_keeps_the_money_in_sight() {
        channel.pay(code, Money.ZERO);
        closeOrder();
        run();
        assertThat(room.concerns(order.id())).containsExactly("PAID_AFTER_CLOSE");
        assertThat(state()).isEqualTo("DISPUTED");
    }

    @Test
    void keeps_trying_to_close_while_the_channel_is_dead() {
        closeOrder();
        channel.fate = Fate.SILENT;
        run();
        assertThat(state()).isEqualTo("CLOSING");
        channel.fate = Fate.WELL;
        CLOCK.pass(A_WHILE);
        run();
        assertThat(state()).isEqualTo("CLOSED");
    }

    @Test
    void forgets_a_code_that_the_channel_has_forgotten() {
        room.jdbc()
                .sql("UPDATE payment_attempt SET number = repeat('0', 32) WHERE order_id = :id")
                .param("id", order.id().value())
                .update();
        CLOCK.pass(A_WHILE);
        run();
        assertThat(state()).isEqualTo("CLOSED");
        assertThat(room.start(payer, order.id())).isNotEqualTo(code);
    }

    @Test
    void one_that_cannot_be_settled_does_not_stand_in_the_way_of_the_others() {
        channel.pay(code, Money.ZERO);
        Actor.Subscriber other = room.payer();
        PaymentOrder second = room.place(other);
        channel.pay(room.start(other, second.id()), Money.ZERO);
        CLOCK.pass(A_WHILE);
        room.listener.failing = true;
        assertThatThrownBy(CheckUnsettledOrdersTest::run).hasMessage("killed while listening");
        room.listener.failing = false;
        run();
        assertThat(room.read(other, second.id()).settled()).isTrue();
        CLOCK.pass(A_WHILE);
        run();
        assertThat(room.read(payer, order.id()).settled()).isTrue();
    }

    @Test
    void an_impatient_payer_makes_the_hall_ask_once_in_two_seconds() {
        int before = channel.questions;
        room.use(CheckOrder.class).check(payer, order.id());
        room.use(CheckOrder.class).check(payer, order.id());
        assertThat(channel.questions - before).isEqualTo(1);
        channel.pay(code, Money.ZERO);
        CLOCK.pass(Duration.ofSeconds(3));
        room.use(CheckOrder.class).check(payer, order.id());
        assertThat(room.read(payer, order.id()).settled()).isTrue();
    }

    @Test
    void another_amount_found_by_asking_is_flagged_too() {
        channel.pay(code, Money.yuan("1"));
        CLOCK.pass(A_WHILE);
        run();
        assertThat(room.concerns(order.id())).containsExactly("AMOUNT_DIFFERS");
        assertThat(state()).isEqualTo("DISPUTED");
    }

    private static void run() {
        room.use(CheckUnsettledOrders.class).run();
    }

    private void closeOrder() {
        room.use(CloseOrder.class)
                .close(PaymentRoom.HALL, order.id(), OrderState.CloseReason.WITHDRAWN);
    }

    private String state() {
        return room.attempts(order.id()).getFirst().state();
    }
}
