package org.yinxin.hall.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.payment.channel.InMemoryChannel;
import org.yinxin.hall.payment.channel.ReceivedNotification;

class SettleOrderTest {

    private static final TestClock CLOCK = new TestClock();

    /** So that what comes later has a later time in the tables, which count milliseconds. */
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private static final InMemoryChannel CHANNEL = new InMemoryChannel(CLOCK);
    private static PaymentRoom room;
    private static int serial;

    private Actor.Subscriber payer;
    private PaymentOrder order;
    private String code;
    private String number;
    private String id;

    @BeforeAll
    static void open() {
        room = new PaymentRoom(CLOCK, CHANNEL);
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @BeforeEach
    void startPaying() {
        room.jdbc().sql("DELETE FROM payment_notification").update();
        payer = room.payer();
        order = room.place(payer);
        code = room.start(payer, order.id());
        number = room.attempts(order.id()).getFirst().number();
        id = "EV-" + ++serial;
    }

    @AfterEach
    void calm() {
        room.listener.failing = false;
    }

    @Test
    void settles_the_order_and_tells_the_owner_of_the_case() {
        pay(Money.ZERO);
        assertThat(receive(CHANNEL.notification(id, number))).isInstanceOf(Outcome.Done.class);
        assertThat(room.read(payer, order.id()).state())
                .isInstanceOfSatisfying(
                        OrderState.Settled.class,
                        settled -> assertThat(settled.channel()).isEqualTo(ChannelCode.WECHAT));
        assertThat(heard())
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.caseNumber()).isEqualTo(order.caseNumber());
                            assertThat(event.amount()).isEqualTo(order.amount());
                        });
        assertThat(room.audited("payment.settled")).contains("order:" + order.id());
        assertThat(room.verdicts()).containsExactly("SETTLED");
    }

    @Test
    void a_repeated_notification_hears_success_and_changes_nothing() {
        pay(Money.ZERO);
        receive(CHANNEL.notification(id, number));
        CLOCK.pass(A_MOMENT);
        PaymentOrder settled = room.read(payer, order.id());
        assertThat(receive(CHANNEL.notification(id, number))).isInstanceOf(Outcome.Done.class);
        assertThat(receive(CHANNEL.notification(id + "-other", number)))
                .isInstanceOf(Outcome.Done.class);
        assertThat(room.read(payer, order.id())).isEqualTo(settled);
        assertThat(heard()).hasSize(1);
        assertThat(room.verdicts()).containsExactly("SETTLED", "REPEATED");
        assertThat(room.concerns(order.id())).isEmpty();
    }

    @Test
    void sixteen_notifications_at_once_settle_once() throws Exception {
        pay(Money.ZERO);
        List<Callable<Outcome<ChannelCode>>> all = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String each = i % 2 == 0 ? id : id + "-" + i;
            all.add(() -> receive(CHANNEL.notification(each, number)));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Outcome<ChannelCode>> answer : threads.invokeAll(all)) {
                assertThat(answer.get()).isInstanceOf(Outcome.Done.class);
            }
        }
        assertThat(heard()).hasSize(1);
        assertThat(room.concerns(order.id())).isEmpty();
    }

    @Test
    void a_forged_notification_is_refused_audited_and_kept() {
        pay(Money.ZERO);
        ReceivedNotification good = CHANNEL.notification(id, number);
        ReceivedNotification forged =
                new ReceivedNotification(Map.of("Signature", "bad"), good.body());
        assertThat(PaymentRoom.refusal(receive(forged)))
                .isEqualTo(PaymentError.NOTIFICATION_FORGED);
        assertThat(room.read(payer, order.id()).state()).isInstanceOf(OrderState.Unpaid.class);
        assertThat(room.verdicts()).containsExactly("FORGED");
        assertThat(room.audited("payment.notification-forged")).isNotEmpty();
        assertThat(receive(good)).isInstanceOf(Outcome.Done.class);
        assertThat(room.read(payer, order.id()).settled()).isTrue();
    }

    @Test
    void forgeries_cannot_fill_the_tables() {
        ReceivedNotification forged =
                new ReceivedNotification(Map.of(), "\u0000" + "x".repeat(10_000));
        for (int i = 0; i < RecordNotification.FORGERIES_KEPT_PER_HOUR + 5; i++) {
            assertThat(PaymentRoom.refusal(receive(forged)))
                    .isEqualTo(PaymentError.NOTIFICATION_FORGED);
        }
        assertThat(room.verdicts()).hasSize(RecordNotification.FORGERIES_KEPT_PER_HOUR);
    }

    @Test
    void another_amount_is_refused_and_flagged_and_nobody_can_pay_again_meanwhile() {
        pay(Money.yuan("0.01"));
        ReceivedNotification wrong = CHANNEL.notification(id, number);
        assertThat(PaymentRoom.refusal(receive(wrong))).isEqualTo(PaymentError.NOTIFICATION_AMOUNT);
        assertThat(PaymentRoom.refusal(receive(wrong))).isEqualTo(PaymentError.NOTIFICATION_AMOUNT);
        assertThat(room.concerns(order.id())).containsExactly("AMOUNT_DIFFERS");
        assertThat(room.audited("payment.concern-raised")).containsOnlyOnce("order:" + order.id());
        assertThat(room.read(payer, order.id()).concerned()).isTrue();
        assertThat(heard()).isEmpty();
        assertThat(
                        PaymentRoom.refusal(
                                room.use(StartPayment.class)
                                        .start(payer, order.id(), ChannelCode.WECHAT)))
                .isEqualTo(PaymentError.UNDER_INVESTIGATION);
    }

    @Test
    void another_currency_is_refused() {
        assertThat(PaymentRoom.refusal(receive(genuine(number, order.amount().fen() + " USD"))))
                .isEqualTo(PaymentError.NOTIFICATION_AMOUNT);
    }

    @Test
    void money_for_an_order_closed_meanwhile_is_kept_and_flagged() {
        pay(Money.ZERO);
        room.use(CloseOrder.class)
                .close(PaymentRoom.HALL, order.id(), OrderState.CloseReason.WITHDRAWN);
        assertThat(receive(CHANNEL.notification(id, number))).isInstanceOf(Outcome.Done.class);
        assertThat(room.concerns(order.id())).containsExactly("PAID_AFTER_CLOSE");
        assertThat(room.read(payer, order.id()).state()).isInstanceOf(OrderState.Closed.class);
        assertThat(heard()).isEmpty();
    }

    @Test
    void a_second_payment_of_a_settled_order_is_flagged() {
        pay(Money.ZERO);
        receive(CHANNEL.notification(id, number));
        assertThat(receive(genuine(number, order.amount().fen() + " CNY")))
                .isInstanceOf(Outcome.Done.class);
        assertThat(room.concerns(order.id())).containsExactly("PAID_TWICE");
        assertThat(heard()).hasSize(1);
    }

    @Test
    void an_attempt_that_nobody_made_is_refused() {
        assertThat(PaymentRoom.refusal(receive(genuine("f".repeat(32), "1 CNY"))))
                .isEqualTo(PaymentError.NOTIFICATION_UNKNOWN);
        CLOCK.pass(A_MOMENT);
        assertThat(PaymentRoom.refusal(receive(genuine("no-number", "1 CNY"))))
                .isEqualTo(PaymentError.NOTIFICATION_UNKNOWN);
        CLOCK.pass(A_MOMENT);
        assertThat(PaymentRoom.refusal(receive(InMemoryChannel.genuine(id + "f foreign T 1 CNY"))))
                .isEqualTo(PaymentError.NOTIFICATION_UNKNOWN);
        assertThat(room.verdicts())
                .containsExactly("UNKNOWN_ATTEMPT", "UNKNOWN_ATTEMPT", "FOREIGN");
    }

    @Test
    void what_tells_of_no_money_hears_success() {
        ReceivedNotification nothing = InMemoryChannel.genuine(id + " nothing T 1 CNY");
        assertThat(receive(nothing)).isInstanceOf(Outcome.Done.class);
        assertThat(receive(nothing)).isInstanceOf(Outcome.Done.class);
        assertThat(room.verdicts()).containsExactly("NOTHING");
    }

    @Test
    void killed_while_settling_leaves_nothing_behind_and_the_next_notification_settles() {
        pay(Money.ZERO);
        room.listener.failing = true;
        assertThatThrownBy(() -> receive(CHANNEL.notification(id, number)))
                .hasMessage("killed while listening");
        assertThat(room.read(payer, order.id()).state()).isInstanceOf(OrderState.Unpaid.class);
        assertThat(room.verdicts()).isEmpty();
        assertThat(room.audited("payment.settled")).doesNotContain("order:" + order.id());
        room.listener.failing = false;
        receive(CHANNEL.notification(id, number));
        assertThat(room.read(payer, order.id()).settled()).isTrue();
        assertThat(heard()).hasSize(1);
    }

    @Test
    void a_channel_that_is_not_connected_has_no_call_backs() {
        ChannelCode unknown = new ChannelCode("alipay");
        assertThat(
                        PaymentRoom.refusal(
                                room.use(ReceiveNotification.class)
                                        .receive(unknown, InMemoryChannel.genuine("x"))))
                .isEqualTo(PaymentError.CHANNEL_NOT_OFFERED);
    }

    private void pay(Money surplus) {
        assertThat(CHANNEL.pay(code, surplus)).isTrue();
    }

    private Outcome<ChannelCode> receive(ReceivedNotification notification) {
        return room.use(ReceiveNotification.class).receive(ChannelCode.WECHAT, notification);
    }

    private static ReceivedNotification genuine(String number, String amount) {
        return InMemoryChannel.genuine(
                "EV-" + ++serial + " " + number + " T-" + serial + " " + amount);
    }

    private List<OrderSettled> heard() {
        return room.listener.heard.stream()
                .filter(event -> event.order().equals(order.id()))
                .toList();
    }
}
