package org.yinxin.hall.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.IllegalTransactionStateException;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.payment.channel.AttemptNumber;
import org.yinxin.hall.payment.channel.Bill;
import org.yinxin.hall.payment.channel.InMemoryChannel;
import org.yinxin.hall.payment.channel.InMemoryChannel.Fate;
import org.yinxin.hall.payment.channel.Offer;

class StartPaymentTest {

    private static final TestClock CLOCK = new TestClock();
    private static final InMemoryChannel CHANNEL = new InMemoryChannel(CLOCK);
    private static PaymentRoom room;

    private Actor.Subscriber payer;
    private PaymentOrder order;

    @BeforeAll
    static void open() {
        room = new PaymentRoom(CLOCK, CHANNEL);
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @BeforeEach
    void place() {
        payer = room.payer();
        order = room.place(payer);
    }

    @AfterEach
    void calm() {
        CHANNEL.fate = Fate.WELL;
        room.guard.objection = null;
    }

    @Test
    void gives_the_same_code_when_asked_twice() {
        String code = room.start(payer, order.id());
        assertThat(room.start(payer, order.id())).isEqualTo(code);
        assertThat(room.attempts(order.id())).hasSize(1);
        assertThat(room.audited("payment.offered")).contains("order:" + order.id());
    }

    @Test
    void refuses_an_order_of_another_subscriber_as_if_it_were_not_there() {
        assertThat(PaymentRoom.refusal(start(room.payer()))).isEqualTo(PaymentError.NO_SUCH_ORDER);
        assertThat(PaymentRoom.refusal(room.use(ReadOrder.class).read(room.payer(), order.id())))
                .isEqualTo(PaymentError.NO_SUCH_ORDER);
        assertThat(PaymentRoom.refusal(room.use(CheckOrder.class).check(room.payer(), order.id())))
                .isEqualTo(PaymentError.NO_SUCH_ORDER);
    }

    @Test
    void refuses_a_way_to_pay_that_the_order_or_the_installation_does_not_have() {
        assertThat(
                        PaymentRoom.refusal(
                                room.use(StartPayment.class)
                                        .start(payer, order.id(), new ChannelCode("alipay"))))
                .isEqualTo(PaymentError.CHANNEL_NOT_OFFERED);
        OrderRequest request = room.request(payer);
        PaymentOrder other =
                room.use(PlaceOrder.class)
                        .place(
                                PaymentRoom.HALL,
                                new OrderRequest(
                                        request.caseNumber(),
                                        request.gate(),
                                        payer.account(),
                                        request.title(),
                                        request.lines(),
                                        List.of(new ChannelCode("alipay")),
                                        null));
        assertThat(
                        PaymentRoom.refusal(
                                room.use(StartPayment.class)
                                        .start(payer, other.id(), new ChannelCode("alipay"))))
                .isEqualTo(PaymentError.CHANNEL_NOT_OFFERED);
    }

    @Test
    void refuses_a_closed_order() {
        room.use(CloseOrder.class)
                .close(PaymentRoom.HALL, order.id(), OrderState.CloseReason.OVERDUE);
        assertThat(PaymentRoom.refusal(start(payer))).isEqualTo(PaymentError.ORDER_CLOSED);
    }

    @Test
    void refuses_a_settled_order() {
        CHANNEL.pay(room.start(payer, order.id()), Money.ZERO);
        room.use(CheckOrder.class).check(payer, order.id());
        assertThat(PaymentRoom.refusal(start(payer))).isEqualTo(PaymentError.ALREADY_SETTLED);
    }

    @Test
    void refuses_what_the_owner_of_the_case_objects_to_and_calls_no_channel() {
        room.guard.objection = new Refusal(PaymentError.ORDER_CLOSED);
        int before = CHANNEL.offers;
        assertThat(PaymentRoom.refusal(start(payer))).isEqualTo(PaymentError.ORDER_CLOSED);
        assertThat(CHANNEL.offers).isEqualTo(before);
        assertThat(room.attempts(order.id())).isEmpty();
    }

    @Test
    void refuses_to_run_inside_a_transaction_because_it_calls_the_channel() {
        assertThatThrownBy(() -> room.transaction().execute(_ -> start(payer)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT", "DONE_BUT_SILENT"})
    void says_so_when_the_channel_does_not_answer_and_goes_on_with_the_same_number(Fate fate) {
        CHANNEL.fate = fate;
        assertThat(PaymentRoom.refusal(start(payer))).isEqualTo(PaymentError.CHANNEL_UNAVAILABLE);
        CHANNEL.fate = Fate.WELL;
        room.start(payer, order.id());
        assertThat(room.attempts(order.id())).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"KILLED_BEFORE", "KILLED_AFTER"})
    void killed_at_the_channel_it_goes_on_with_the_same_number(Fate fate) {
        CHANNEL.fate = fate;
        assertThatThrownBy(() -> start(payer)).isInstanceOf(InMemoryChannel.Killed.class);
        assertThat(room.attempts(order.id())).hasSize(1);
        CHANNEL.fate = Fate.WELL;
        String code = room.start(payer, order.id());
        assertThat(room.attempts(order.id())).hasSize(1);
        assertThat(room.start(payer, order.id())).isEqualTo(code);
    }

    @Test
    void
            killed_before_the_code_was_recorded_and_paid_meanwhile_it_settles_and_charges_no_second_time() {
        CHANNEL.fate = Fate.KILLED_AFTER;
        assertThatThrownBy(() -> start(payer)).isInstanceOf(InMemoryChannel.Killed.class);
        CHANNEL.fate = Fate.WELL;
        long paid = CHANNEL.paidTrades();
        String number = room.attempts(order.id()).getFirst().number();
        IntendPayment.Intention intention =
                valueOf(
                        room.use(IntendPayment.class)
                                .intend(payer, order.id(), ChannelCode.WECHAT));
        assertThat(intention.attempt().number().text()).isEqualTo(number);
        var offer = CHANNEL.offer(intention.attempt().bill());
        assertThat(offer).isInstanceOf(Offer.Code.class);
        CHANNEL.pay(((Offer.Code) offer).codeUrl(), Money.ZERO);
        assertThat(PaymentRoom.refusal(start(payer))).isEqualTo(PaymentError.ALREADY_SETTLED);
        assertThat(room.read(payer, order.id()).settled()).isTrue();
        assertThat(CHANNEL.paidTrades()).isEqualTo(paid + 1);
    }

    @Test
    void an_expired_code_is_asked_about_and_closed_before_there_is_a_new_one() {
        String old = room.start(payer, order.id());
        long payable = CHANNEL.payable();
        CLOCK.pass(Duration.ofHours(2));
        String fresh = room.start(payer, order.id());
        assertThat(fresh).isNotEqualTo(old);
        assertThat(CHANNEL.payable()).isEqualTo(payable);
        assertThat(CHANNEL.pay(old, Money.ZERO)).isFalse();
    }

    @Test
    void an_expired_code_that_was_paid_in_its_last_second_settles_instead() {
        CHANNEL.pay(room.start(payer, order.id()), Money.ZERO);
        CLOCK.pass(Duration.ofHours(2));
        assertThat(PaymentRoom.refusal(start(payer))).isEqualTo(PaymentError.ALREADY_SETTLED);
    }

    @Test
    void gives_no_new_code_while_the_channel_does_not_say_what_became_of_the_expired_one() {
        room.start(payer, order.id());
        CLOCK.pass(Duration.ofHours(2));
        CHANNEL.fate = Fate.SILENT;
        assertThat(PaymentRoom.refusal(start(payer))).isEqualTo(PaymentError.CHANNEL_UNAVAILABLE);
        assertThat(room.attempts(order.id())).hasSize(1);
    }

    @Test
    void a_number_that_the_channel_calls_used_up_is_given_up_for_another() {
        room.use(IntendPayment.class).intend(payer, order.id(), ChannelCode.WECHAT);
        String first = room.attempts(order.id()).getFirst().number();
        CHANNEL.offer(
                new Bill(new AttemptNumber(first), "another", Money.yuan("1"), CLOCK.instant()));
        room.start(payer, order.id());
        assertThat(room.attempts(order.id())).hasSize(2);
        assertThat(room.attempts(order.id()).getFirst().state()).isEqualTo("CLOSING");
    }

    @Test
    void eight_at_once_get_one_code() throws Exception {
        List<Callable<String>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(() -> room.start(payer, order.id()));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            HashSet<String> codes = new HashSet<>();
            for (Future<String> code : threads.invokeAll(all)) {
                codes.add(code.get());
            }
            assertThat(codes).hasSize(1);
        }
        assertThat(room.attempts(order.id())).hasSize(1);
    }

    private Outcome<StartedPayment> start(Actor.Subscriber who) {
        return room.use(StartPayment.class).start(who, order.id(), ChannelCode.WECHAT);
    }

    private static <T> T valueOf(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T>(Refusal refusal) ->
                    throw new AssertionError(refusal.toString());
        };
    }
}
