package org.yinxin.hall.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.archive.Pictures;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.payment.channel.InMemoryChannel;
import org.yinxin.hall.testing.Outcomes;
import org.yinxin.hall.testing.People;

class VoucherTest {

    private static final TestClock CLOCK = new TestClock();
    private static final byte[] PICTURE = Pictures.jpeg(60, 40);
    private static final Money DUE = Money.yuan("280");
    private static int booked = 1000;

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
        room.jdbc().sql("DELETE FROM payment_voucher").update();
        payer = room.payer();
        order = room.place(payer);
        booked++;
    }

    @Test
    void tells_where_to_transfer_to_and_what_to_write_beside_it() {
        StartedPayment started =
                Outcomes.done(
                        room.use(StartPayment.class)
                                .start(payer, order.id(), ChannelCode.TRANSFER));
        assertThat(started.instruction())
                .isEqualTo(
                        new StartedPayment.Instruction.Transfer(
                                new TransferAccount("云岭市演示认证中心", "演示银行云岭支行", "0000111122223333"),
                                order.caseNumber().text()));
    }

    @Test
    void a_confirmed_voucher_settles_the_order_and_tells_by_which_channel() {
        VoucherId voucher = handIn();
        assertThat(waiting()).containsExactly(voucher);
        VoucherCase confirmed = Outcomes.done(confirm(voucher, DUE, number()));
        assertThat(confirmed.order().state())
                .isInstanceOfSatisfying(
                        OrderState.Settled.class,
                        settled -> {
                            assertThat(settled.channel()).isEqualTo(ChannelCode.TRANSFER);
                            assertThat(settled.transaction()).isEqualTo(number());
                        });
        assertThat(room.listener.heard)
                .filteredOn(event -> event.order().equals(order.id()))
                .extracting(OrderSettled::channel)
                .containsExactly(ChannelCode.TRANSFER);
        assertThat(waiting()).isEmpty();
        assertThat(room.audited("payment.voucher-confirmed")).contains("order:" + order.id());
    }

    @Test
    void refuses_a_payer_who_may_not_act_for_the_organisation_any_more() {
        room.guard.former = payer.account();
        assertThat(PaymentRoom.refusal(room.use(ReadOrder.class).read(payer, order.id())))
                .isEqualTo(PaymentError.NO_SUCH_ORDER);
        assertThat(PaymentRoom.refusal(room.use(ReadVouchers.class).own(payer, order.id())))
                .isEqualTo(PaymentError.NO_SUCH_VOUCHER);
        assertThat(
                        PaymentRoom.refusal(
                                room.use(StartPayment.class)
                                        .start(payer, order.id(), ChannelCode.TRANSFER)))
                .isEqualTo(PaymentError.NO_SUCH_ORDER);
    }

    @Test
    void a_second_confirmation_changes_nothing() {
        VoucherId voucher = handIn();
        Outcomes.done(confirm(voucher, DUE, number()));
        assertThat(PaymentRoom.refusal(confirm(voucher, DUE, number() + "X")))
                .isEqualTo(PaymentError.VOUCHER_CHECKED);
        assertThat(PaymentRoom.refusal(giveBack(voucher, "看不清")))
                .isEqualTo(PaymentError.VOUCHER_CHECKED);
    }

    @Test
    void one_transfer_pays_one_order() {
        Outcomes.done(confirm(handIn(), DUE, number()));
        order = room.place(payer);
        assertThat(PaymentRoom.refusal(confirm(handIn(), DUE, number())))
                .isEqualTo(PaymentError.BANK_NUMBER_USED);
        assertThat(room.read(payer, order.id()).settled()).isFalse();
    }

    @Test
    void refuses_another_amount_and_a_number_that_is_none() {
        VoucherId voucher = handIn();
        assertThat(PaymentRoom.refusal(confirm(voucher, Money.yuan("28"), number())))
                .isEqualTo(PaymentError.ANOTHER_AMOUNT);
        for (String number : List.of("", "12", "1234 5678", "<b>1234</b>", "1".repeat(65))) {
            assertThat(PaymentRoom.refusal(confirm(voucher, DUE, number)))
                    .isEqualTo(PaymentError.NOT_A_BANK_NUMBER);
        }
        assertThat(waiting()).containsExactly(voucher);
    }

    @Test
    void returns_in_words_and_takes_the_next_one() {
        VoucherId first = handIn();
        assertThat(PaymentRoom.refusal(giveBack(first, " "))).isEqualTo(PaymentError.NO_WORDS);
        assertThat(PaymentRoom.refusal(giveBack(first, "字".repeat(201))))
                .isEqualTo(PaymentError.WORDS_TOO_LONG);
        Outcomes.done(giveBack(first, "没有收到这笔款"));
        assertThat(voucher().state())
                .isInstanceOfSatisfying(
                        VoucherState.Returned.class,
                        returned -> assertThat(returned.words()).isEqualTo("没有收到这笔款"));
        Outcomes.done(confirm(handIn(), DUE, number()));
        assertThat(room.read(payer, order.id()).settled()).isTrue();
    }

    @Test
    void a_newer_voucher_takes_the_place_of_one_that_waits() {
        VoucherId first = handIn();
        CLOCK.pass(Duration.ofSeconds(1));
        VoucherId second = handIn();
        assertThat(waiting()).containsExactly(second);
        assertThat(PaymentRoom.refusal(confirm(first, DUE, number())))
                .isEqualTo(PaymentError.VOUCHER_CHECKED);
    }

    @Test
    void only_finance_officers_see_and_check_vouchers() {
        VoucherId voucher = handIn();
        for (Actor other :
                List.of(
                        payer,
                        PaymentRoom.HALL,
                        People.BOTH,
                        People.PRODUCER,
                        People.AUDITOR,
                        People.ADMINISTRATOR)) {
            var refused = PaymentError.NOT_A_FINANCE_OFFICER;
            var read = room.use(ReadVouchers.class);
            var check = room.use(CheckVoucher.class);
            assertThat(PaymentRoom.refusal(read.waiting(other))).isEqualTo(refused);
            assertThat(PaymentRoom.refusal(read.read(other, voucher))).isEqualTo(refused);
            assertThat(PaymentRoom.refusal(read.picture(other, voucher))).isEqualTo(refused);
            assertThat(PaymentRoom.refusal(check.confirm(other, voucher, DUE, number())))
                    .isEqualTo(refused);
            assertThat(PaymentRoom.refusal(check.giveBack(other, voucher, "x"))).isEqualTo(refused);
            var desk = room.use(ReadMoneyDesk.class);
            assertThat(PaymentRoom.refusal(desk.read(other))).isEqualTo(refused);
            assertThat(PaymentRoom.refusal(desk.find(other, "x"))).isEqualTo(refused);
            var refund = new RefundId(order.id().value());
            assertThat(PaymentRoom.refusal(room.use(HandleRefund.class).again(other, refund)))
                    .isEqualTo(refused);
            assertThat(
                            PaymentRoom.refusal(
                                    room.use(HandleRefund.class).record(other, refund, "12345")))
                    .isEqualTo(refused);
            assertThat(
                            PaymentRoom.refusal(
                                    room.use(ReturnMoney.class)
                                            .giveBack(other, order.id().value())))
                    .isEqualTo(refused);
        }
        assertThat(waiting()).containsExactly(voucher);
    }

    @Test
    void takes_vouchers_from_the_payer_only_and_pictures_only() {
        assertThat(PaymentRoom.refusal(handIn(room.payer(), PICTURE, "")))
                .isEqualTo(PaymentError.NO_SUCH_ORDER);
        assertThat(
                        Outcomes.code(
                                        handIn(
                                                payer,
                                                "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8),
                                                ""))
                                .number())
                .isEqualTo(1403);
        assertThat(Outcomes.code(handIn(payer, new byte[0], "")).number()).isEqualTo(1401);
        assertThat(PaymentRoom.refusal(handIn(payer, PICTURE, "字".repeat(201))))
                .isEqualTo(PaymentError.WORDS_TOO_LONG);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void takes_none_for_what_is_paid_closed_or_not_to_be_paid_by_transfer() {
        Outcomes.done(confirm(handIn(), DUE, number()));
        assertThat(PaymentRoom.refusal(handIn(payer, PICTURE, "")))
                .isEqualTo(PaymentError.ALREADY_SETTLED);
        order = room.place(payer);
        room.use(GiveBack.class).all(PaymentRoom.HALL, order.caseNumber());
        assertThat(PaymentRoom.refusal(handIn(payer, PICTURE, "")))
                .isEqualTo(PaymentError.ORDER_CLOSED);
        OrderRequest scanned = room.request(payer);
        order =
                room.use(PlaceOrder.class)
                        .place(
                                PaymentRoom.HALL,
                                new OrderRequest(
                                        scanned.caseNumber(),
                                        scanned.gate(),
                                        payer.account(),
                                        new Words("证书", "Certificate"),
                                        scanned.lines(),
                                        List.of(ChannelCode.WECHAT),
                                        null));
        assertThat(PaymentRoom.refusal(handIn(payer, PICTURE, "")))
                .isEqualTo(PaymentError.CHANNEL_NOT_OFFERED);
        assertThat(standing().transfer()).isNull();
    }

    @Test
    void money_for_an_order_that_was_paid_otherwise_meanwhile_is_sent_back_by_hand() {
        VoucherId voucher = handIn();
        channel.pay(room.start(payer, order.id()), Money.ZERO);
        CLOCK.pass(Duration.ofSeconds(11));
        room.use(CheckUnsettledOrders.class).run();
        Outcomes.done(confirm(voucher, DUE, number()));
        assertThat(room.concerns(order.id())).containsExactly("PAID_TWICE");
        MoneyDesk desk = Outcomes.done(room.use(ReadMoneyDesk.class).read(People.FINANCE));
        Refund refund =
                desk.refunds().stream()
                        .map(MoneyDesk.RefundCase::refund)
                        .filter(one -> one.order().equals(order.id()))
                        .findFirst()
                        .orElseThrow();
        assertThat(refund.state()).isEqualTo(new RefundState.ByHand());
        room.use(CarryOutRefunds.class).run();
        var handle = room.use(HandleRefund.class);
        assertThat(PaymentRoom.refusal(handle.again(People.FINANCE, refund.id())))
                .isEqualTo(PaymentError.REFUND_NOT_OPEN);
        assertThat(PaymentRoom.refusal(handle.record(People.FINANCE, refund.id(), "?")))
                .isEqualTo(PaymentError.NOT_A_BANK_NUMBER);
        Outcomes.done(handle.record(People.FINANCE, refund.id(), "BACK-77"));
        assertThat(PaymentRoom.refusal(handle.record(People.FINANCE, refund.id(), "BACK-78")))
                .isEqualTo(PaymentError.REFUND_NOT_OPEN);
        assertThat(room.read(payer, order.id()).concerned()).isFalse();
        assertThat(room.listener.refunded)
                .filteredOn(back -> back.order().equals(order.id()))
                .hasSize(1);
    }

    @Test
    void a_transferred_payment_of_a_refused_application_waits_for_a_finance_officer() {
        Outcomes.done(confirm(handIn(), DUE, number()));
        room.use(GiveBack.class).all(PaymentRoom.HALL, order.caseNumber());
        room.use(CarryOutRefunds.class).run();
        assertThat(room.use(PaymentRefunds.class).of(order.id()))
                .extracting(refund -> refund.state().code())
                .containsExactly("BY_HAND");
    }

    private VoucherId handIn() {
        Outcomes.done(handIn(payer, PICTURE, "分公司代付"));
        return voucher().id();
    }

    private Voucher voucher() {
        return Objects.requireNonNull(standing().voucher());
    }

    private Outcome<PaymentOrder> handIn(Actor.Subscriber who, byte[] picture, String remark) {
        return room.use(HandInVoucher.class).handIn(who, order.id(), picture, remark);
    }

    private OrderStanding standing() {
        return Outcomes.done(room.use(ReadOrder.class).standing(payer, order.id()));
    }

    private static Outcome<VoucherCase> confirm(VoucherId id, Money received, String number) {
        return room.use(CheckVoucher.class).confirm(People.FINANCE, id, received, number);
    }

    private static Outcome<VoucherCase> giveBack(VoucherId id, String words) {
        return room.use(CheckVoucher.class).giveBack(People.FINANCE, id, words);
    }

    private static String number() {
        return "BANK-" + booked;
    }

    private static List<VoucherId> waiting() {
        return Outcomes.done(room.use(ReadVouchers.class).waiting(People.FINANCE)).stream()
                .map(found -> found.voucher().id())
                .toList();
    }
}
