package org.yinxin.hall.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.hall.testing.Outcomes.done;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.catalogue.PlanFiles;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.payment.ChannelCode;
import org.yinxin.hall.payment.OrderOverdue;
import org.yinxin.hall.payment.OrderSettled;
import org.yinxin.hall.payment.PaymentError;
import org.yinxin.hall.payment.PaymentOrder;
import org.yinxin.hall.payment.ReadOrder;
import org.yinxin.hall.payment.StartedPayment;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.review.Decision;
import org.yinxin.hall.review.ItemReason;
import org.yinxin.hall.review.Surcharge;
import org.yinxin.hall.testing.Outcomes;

/** A plan that takes money before and after the review, whose reviewer sets a surcharge, and which does not wait for ever. */
class TwoPaymentsTest {

    private static final GateCode FIRST = new GateCode("PAY_FIRST");
    private static final GateCode SECOND = new GateCode("PAY");

    private static ApplicationRoom room;
    private static int serial;
    private final Actor.Subscriber who = ApplicationRoom.subscriber();

    @Configuration(proxyBeanMethods = false)
    static class Plans {

        @Bean
        @Primary
        PlanFiles twoPayments(@Qualifier("packagedPlanFiles") PlanFiles packaged) {
            return () ->
                    packaged.all().stream()
                            .filter(file -> file.name().endsWith("xinghe.yaml"))
                            .map(file -> new PlanFiles.PlanFile(file.name(), changed(file.yaml())))
                            .toList();
        }

        private static String changed(String yaml) {
            String first =
                    """
                    - code: PAY_FIRST
                      kind: payment
                      title: {zh: 受理费, en: Handling fee}
                      after: [SUBMIT]
                      words:
                        open: {zh: 待缴受理费, en: Handling fee to be paid}
                        passed: {zh: 受理费已缴, en: Handling fee paid}
                      channels: [wechat, transfer]
                      price:
                        - {code: handling, label: {zh: 受理费, en: Handling fee}, amount: 10.00}

                    """
                            .indent(6);
            String review = "      - code: REVIEW\n        kind: review\n";
            int place = yaml.indexOf(review);
            String rest =
                    yaml.substring(place + review.length())
                            .replaceFirst("after: \\[SUBMIT]", "after: [PAY_FIRST]")
                            .replaceFirst("unpaidDays: .*", "unpaidDays: 7")
                            .replaceFirst("审核未通过，申请已驳回", "审核未通过，申请已驳回，已缴费用退款");
            return yaml.substring(0, place)
                    + first
                    + review
                    + "        surcharge: {label: {zh: 延期费用, en: Surcharge}}\n"
                    + rest;
        }
    }

    @BeforeAll
    static void enter() {
        room = new ApplicationRoom(Plans.class);
    }

    @AfterAll
    static void leave() {
        room.close();
    }

    @Test
    void takes_money_at_both_gates_and_bills_what_the_reviewer_set_at_the_second() {
        CaseNumber number = room.submitted(who, "91150100MA0T0045X0");
        assertThat(room.view(who, number).status().words().zh()).isEqualTo("待缴受理费");
        assertThat(order(number, FIRST).amount()).isEqualTo(Money.yuan("10"));
        settle(number, FIRST);
        assertThat(room.view(who, number).status().code()).isEqualTo("REVIEW_OPEN");
        room.decide(number, new Decision.Approve(new Surcharge(2, 0, Money.yuan("60"))));
        PaymentOrder second = order(number, SECOND);
        assertThat(second.lines())
                .extracting(line -> line.label().zh())
                .containsExactly("单位证书年服务费", "密码钥匙介质费", "延期费用");
        assertThat(second.amount()).isEqualTo(Money.yuan("340"));
        assertThat(second.request().unpaidDays()).isEqualTo(7);
        assertThat(order(number, FIRST).settled()).isTrue();
        settle(number, SECOND);
        assertThat(room.view(who, number).status().code()).isEqualTo("PRODUCE_OPEN");
    }

    @Test
    void pays_by_transfer_where_the_gate_offers_it_and_an_account_is_set() {
        CaseNumber number = room.submitted(who, "91150100MA0T00345Y");
        Outcome<StartedPayment> started =
                room.use(PayApplication.class).pay(who, number, "transfer");
        // This installation has no account; the refusal comes from payment and not from the plan.
        assertThat(Outcomes.code(started)).isEqualTo(PaymentError.CHANNEL_NOT_OFFERED);
    }

    @Test
    void a_surcharge_of_nothing_is_no_line() {
        CaseNumber number = room.submitted(who, "91150100MA0T00222X");
        settle(number, FIRST);
        room.decide(number, new Decision.Approve(new Surcharge(0, 0, Money.ZERO)));
        assertThat(order(number, SECOND).amount()).isEqualTo(Money.yuan("280"));
    }

    @Test
    void a_refusal_after_the_first_payment_gives_it_back() {
        CaseNumber number = room.submitted(who, "91150100MA0T0002X6");
        settle(number, FIRST);
        room.decide(number, new Decision.Refuse(List.of(new ItemReason("", "other", ""))));
        assertThat(refunds(number)).isEqualTo(1);
        assertThat(room.notify.told).contains("application.inbox.refunding");
    }

    @Test
    void a_return_keeps_the_first_payment_and_asks_for_nothing_again() {
        CaseNumber number = room.submitted(who, "91150100MA0T00070H");
        settle(number, FIRST);
        PaymentOrder paid = order(number, FIRST);
        room.decide(number, ApplicationRoom.returned("agentEmail"));
        room.hall.clock().advance(Duration.ofSeconds(1));
        room.save(who, number, Map.of("agentEmail", "new@example.cn"));
        done(room.use(SubmitApplication.class).submit(who, number));
        assertThat(room.view(who, number).status().code()).isEqualTo("REVIEW_OPEN");
        assertThat(order(number, FIRST)).isEqualTo(paid);
        assertThat(refunds(number)).isZero();
    }

    @Test
    void what_is_not_paid_in_time_ends_in_the_words_of_the_plan_and_gives_the_first_payment_back() {
        CaseNumber number = room.submitted(who, "1215010046000001XX");
        settle(number, FIRST);
        room.decide(number, new Decision.Approve(new Surcharge(0, 0, Money.ZERO)));
        PaymentOrder second = order(number, SECOND);
        room.inTransaction(
                () -> room.publisher().publishEvent(new OrderOverdue(second.id(), number, SECOND)));
        assertThat(room.view(who, number).status().words().zh()).isEqualTo("逾期未支付，申请已关闭");
        assertThat(refunds(number)).isEqualTo(1);
        assertThat(order(number, SECOND).settled()).isFalse();
    }

    /** As payment does it: the order first, then the news, in one transaction. */
    private void settle(CaseNumber number, GateCode gate) {
        PaymentOrder order = order(number, gate);
        room.inTransaction(
                () -> {
                    room.hall
                            .jdbc()
                            .sql(
                                    """
                                    UPDATE payment_order SET state = 'SETTLED', settled_at = placed_at,
                                           channel = 'transfer', transaction = :transaction WHERE id = :id
                                    """)
                            .param("transaction", "BANK-" + ++serial)
                            .param("id", order.id().value())
                            .update();
                    room.publisher()
                            .publishEvent(
                                    new OrderSettled(
                                            order.id(),
                                            number,
                                            gate,
                                            order.amount(),
                                            ChannelCode.TRANSFER,
                                            room.hall.clock().instant()));
                });
    }

    private static PaymentOrder order(CaseNumber number, GateCode gate) {
        return room.use(ReadOrder.class).ofGate(number, gate).orElseThrow();
    }

    private static int refunds(CaseNumber number) {
        return room.hall
                .jdbc()
                .sql(
                        """
                        SELECT count(*) FROM payment_refund r JOIN payment_order o ON o.id = r.order_id
                         WHERE o.case_number = :number
                        """)
                .param("number", number.text())
                .query(Integer.class)
                .single();
    }
}
