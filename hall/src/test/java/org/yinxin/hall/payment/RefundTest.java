package org.yinxin.hall.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.payment.channel.InMemoryChannel;
import org.yinxin.hall.payment.channel.InMemoryChannel.Fate;
import org.yinxin.hall.payment.channel.Refunding;

class RefundTest {

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
    void pay() {
        room.jdbc().sql("UPDATE payment_attempt SET state = 'CLOSED'").update();
        room.jdbc().sql("DELETE FROM payment_refund").update();
        payer = room.payer();
        order = room.place(payer);
        code = room.start(payer, order.id());
        channel.pay(code, Money.ZERO);
        CLOCK.pass(A_WHILE);
        room.use(CheckUnsettledOrders.class).run();
        assertThat(room.read(payer, order.id()).settled()).isTrue();
    }

    @AfterEach
    void calm() {
        channel.fate = Fate.WELL;
        channel.refundsWait = false;
        channel.refusal = null;
        channel.abnormal = null;
        room.listener.failing = false;
    }

    @Test
    void gives_a_settled_order_back_in_full() {
        end();
        assertThat(states()).containsExactly("INTENDED");
        run();
        assertThat(states()).containsExactly("DONE");
        assertThat(backWithThePayer()).isEqualTo(28_000);
        assertThat(room.listener.refunded).filteredOn(this::ours).hasSize(1);
        assertThat(room.audited("payment.refunded")).contains("order:" + order.id());
    }

    @Test
    void a_second_end_or_a_second_run_never_gives_it_back_twice() {
        end();
        end();
        run();
        end();
        CLOCK.pass(A_WHILE);
        run();
        assertThat(refunds()).hasSize(1);
        assertThat(backWithThePayer()).isEqualTo(28_000);
        assertThat(room.listener.refunded).filteredOn(this::ours).hasSize(1);
    }

    @Test
    void an_end_that_is_rolled_back_gives_nothing_back() {
        room.transaction()
                .executeWithoutResult(
                        status -> {
                            end();
                            status.setRollbackOnly();
                        });
        run();
        assertThat(refunds()).isEmpty();
        assertThat(backWithThePayer()).isZero();
    }

    @Test
    void waits_while_the_channel_works_on_it_and_asks_for_the_end() {
        channel.refundsWait = true;
        end();
        run();
        assertThat(states()).containsExactly("PROCESSING");
        CLOCK.pass(A_WHILE);
        run();
        assertThat(states()).containsExactly("PROCESSING");
        channel.finishRefunds();
        CLOCK.pass(A_WHILE);
        run();
        assertThat(states()).containsExactly("DONE");
    }

    @Test
    void killed_before_the_channel_heard_of_it_goes_on_and_gives_back_once() {
        end();
        channel.fate = Fate.KILLED_BEFORE;
        assertThatThrownBy(RefundTest::run).isInstanceOf(InMemoryChannel.Killed.class);
        assertThat(backWithThePayer()).isZero();
        goOn();
    }

    @Test
    void killed_after_the_channel_gave_it_back_does_not_give_it_back_again() {
        end();
        channel.fate = Fate.KILLED_AFTER;
        assertThatThrownBy(RefundTest::run).isInstanceOf(InMemoryChannel.Killed.class);
        assertThat(states()).containsExactly("INTENDED");
        goOn();
    }

    @Test
    void killed_while_it_is_recorded_does_not_give_it_back_again() {
        end();
        room.listener.failing = true;
        assertThatThrownBy(RefundTest::run).hasMessage("killed while listening");
        assertThat(states()).containsExactly("INTENDED");
        room.listener.failing = false;
        goOn();
    }

    @Test
    void a_dead_channel_and_a_lost_answer_are_tried_again_under_the_same_number() {
        end();
        channel.fate = Fate.SILENT;
        run();
        CLOCK.pass(A_WHILE);
        channel.fate = Fate.DONE_BUT_SILENT;
        run();
        assertThat(states()).containsExactly("INTENDED");
        channel.fate = Fate.WELL;
        goOn();
    }

    @Test
    void what_the_channel_refuses_waits_for_a_person_and_is_not_tried_again_by_itself() {
        channel.refusal = new Refunding.Failed("NOT_ENOUGH", false);
        end();
        run();
        int calls = channel.refundCalls;
        CLOCK.pass(Duration.ofHours(3));
        run();
        assertThat(states()).containsExactly("FAILED");
        assertThat(channel.refundCalls).isEqualTo(calls);
        assertThat(room.audited("payment.refund-failed")).contains("order:" + order.id());
    }

    @Test
    void another_amount_than_was_paid_is_no_refund() {
        channel.abnormal = new Refunding.Done("R1", 1, CLOCK.instant());
        end();
        run();
        assertThat(states()).containsExactly("FAILED");
        assertThat(room.listener.refunded).filteredOn(this::ours).isEmpty();
    }

    @Test
    void a_notification_ends_it_and_the_same_one_again_changes_nothing() {
        channel.refundsWait = true;
        end();
        run();
        channel.finishRefunds();
        String body = "EV-" + order.id() + " refund " + refunds().getFirst().number() + " CNY 0";
        assertThat(PaymentRoom.done(notified(body))).isEqualTo(ChannelCode.WECHAT);
        assertThat(states()).containsExactly("DONE");
        assertThat(PaymentRoom.done(notified(body))).isEqualTo(ChannelCode.WECHAT);
        assertThat(room.listener.refunded).filteredOn(this::ours).hasSize(1);
    }

    @Test
    void a_notification_about_a_refund_that_nobody_asked_for_is_refused() {
        String body = "EV-x" + order.id() + " refund " + "0".repeat(32) + " CNY 0";
        assertThat(PaymentRoom.refusal(notified(body)))
                .isEqualTo(PaymentError.NOTIFICATION_UNKNOWN);
        assertThat(refunds()).isEmpty();
    }

    @Test
    void late_news_changes_nothing_that_is_done() {
        end();
        run();
        room.use(RecordRefund.class)
                .answered(refunds().getFirst().number(), new Refunding.Failed("CLOSED", true));
        assertThat(states()).containsExactly("DONE");
    }

    @Test
    void money_that_comes_after_the_close_goes_back_by_itself() {
        PaymentOrder late = room.place(payer);
        String lateCode = room.start(payer, late.id());
        channel.pay(lateCode, Money.ZERO);
        room.use(GiveBack.class).all(PaymentRoom.HALL, late.caseNumber());
        room.use(CheckUnsettledOrders.class).run();
        assertThat(room.concerns(late.id())).containsExactly("PAID_AFTER_CLOSE");
        assertThat(room.read(payer, late.id()).concerned()).isTrue();
        run();
        assertThat(room.read(payer, late.id()).concerned()).isFalse();
        assertThat(room.use(PaymentRefunds.class).of(late.id()))
                .extracting(refund -> refund.reason().name(), refund -> refund.state().code())
                .containsExactly(tuple("PAID_AFTER_CLOSE", "DONE"));
    }

    @Test
    void money_of_another_amount_goes_back_when_the_application_ends() {
        PaymentOrder other = room.place(payer);
        channel.pay(room.start(payer, other.id()), Money.yuan("1"));
        CLOCK.pass(A_WHILE);
        room.use(CheckUnsettledOrders.class).run();
        room.use(GiveBack.class).all(PaymentRoom.HALL, other.caseNumber());
        run();
        assertThat(room.use(PaymentRefunds.class).of(other.id()))
                .extracting(refund -> refund.amount().fen())
                .containsExactly(28_100L);
    }

    private void goOn() {
        channel.fate = Fate.WELL;
        CLOCK.pass(A_WHILE);
        run();
        assertThat(states()).containsExactly("DONE");
        assertThat(backWithThePayer()).isEqualTo(28_000);
    }

    private Outcome<ChannelCode> notified(String body) {
        return room.use(ReceiveNotification.class)
                .receive(ChannelCode.WECHAT, InMemoryChannel.genuine(body));
    }

    private void end() {
        room.use(GiveBack.class).all(PaymentRoom.HALL, order.caseNumber());
    }

    private static void run() {
        room.use(CarryOutRefunds.class).run();
    }

    private List<Refund> refunds() {
        return room.use(PaymentRefunds.class).of(order.id());
    }

    private List<String> states() {
        return refunds().stream().map(refund -> refund.state().code()).toList();
    }

    private long backWithThePayer() {
        return channel.refunded(room.attempts(order.id()).getFirst().number());
    }

    private boolean ours(OrderRefunded event) {
        return event.order().equals(order.id());
    }
}
