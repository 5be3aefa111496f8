package org.yinxin.hall.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.testing.Browser;
import org.yinxin.hall.testing.People;
import org.yinxin.standins.wechat.Payer;
import org.yinxin.standins.wechat.Steering;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Refunds and the desk of finance officers over HTTP, with the real adapter and the stand-in behind it. */
class RefundsOverHttpTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir static Path folder;
    private static PaymentSite site;

    private Actor.Subscriber payer;
    private PaymentOrder order;
    private Browser browser;
    private Browser finance;
    private String page;

    @BeforeAll
    static void open() {
        site = new PaymentSite(folder);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @BeforeEach
    void place() {
        site.standIn().steering().calm();
        payer = new Actor.Subscriber(new AccountId(UUID.randomUUID()), "199****0001");
        browser = site.browserOf(payer);
        finance = site.browserOf(People.FINANCE);
        order =
                site.use(PlaceOrder.class)
                        .place(
                                new Actor.Hall("test"),
                                new OrderRequest(
                                        CaseNumber.draw(YearMonth.of(2026, 11), new SecureRandom()),
                                        new GateCode("PAY"),
                                        payer.account(),
                                        new Words("单位证书 新办", "Organisation certificate"),
                                        List.of(
                                                new OrderLine(
                                                        new Words("证书服务费", "Service"),
                                                        Money.yuan("280"))),
                                        List.of(ChannelCode.WECHAT),
                                        null));
        page = "/orders/" + order.id();
    }

    @Test
    void a_refund_is_taken_on_announced_and_shown() {
        String attempt = paid();
        giveBack();
        assertThat(browser.get(page).body()).contains("退款中", "280 元");
        run();
        awaitRefund("refunded");
        assertThat(browser.get(page).body()).contains("已退款");
        assertThat(site.standIn().refunds().refunded(attempt)).isEqualTo(28_000);
        giveBack();
        run();
        assertThat(site.standIn().refunds().refunded(attempt)).isEqualTo(28_000);
    }

    @Test
    void a_forged_notification_of_a_refund_hears_401_and_changes_nothing() {
        paid();
        site.standIn().steering().refund(new Steering.Refunding.Pending());
        site.standIn().steering().announce(new Steering.Notifying.Never());
        giveBack();
        run();
        site.standIn().refunds().finish();
        String number = refund().number().text();
        assertThat(site.standIn().refunds().notifyForged(number)).contains(401);
        assertThat(refundState()).isEqualTo("refunding");
        assertThat(site.standIn().refunds().notifyAgain(number)).contains(204);
        assertThat(refundState()).isEqualTo("refunded");
        assertThat(site.standIn().refunds().notifyAgain(number)).contains(204);
    }

    @Test
    void without_notification_the_question_finds_the_end() {
        paid();
        site.standIn().steering().refund(new Steering.Refunding.Pending());
        site.standIn().steering().announce(new Steering.Notifying.Never());
        giveBack();
        run();
        site.standIn().refunds().finish();
        again();
        assertThat(refundState()).isEqualTo("refunded");
    }

    @Test
    void an_answer_lost_on_the_way_and_a_dead_channel_give_back_once() {
        String attempt = paid();
        site.standIn().steering().refund(new Steering.Refunding.AtOnce());
        giveBack();
        site.standIn().steering().answer(new Steering.Answering.Dead());
        run();
        site.standIn().steering().answer(new Steering.Answering.DoneButSilent());
        site.standIn().steering().announce(new Steering.Notifying.Never());
        again();
        assertThat(refundState()).isEqualTo("refunding");
        site.standIn().steering().answer(new Steering.Answering.ForgedAnswer());
        again();
        assertThat(refundState()).isEqualTo("refunding");
        site.standIn().steering().calm();
        again();
        assertThat(refundState()).isEqualTo("refunded");
        assertThat(site.standIn().refunds().refunded(attempt)).isEqualTo(28_000);
    }

    @Test
    void what_the_channel_refuses_waits_at_the_desk_and_can_be_tried_again() {
        String attempt = paid();
        site.standIn().steering().refund(new Steering.Refunding.Refuses("NOT_ENOUGH"));
        giveBack();
        run();
        assertThat(browser.get(page).body()).contains("退款遇到问题", "款项不会丢失");
        assertThat(finance.get("/staff/payments").body())
                .contains("NOT_ENOUGH", order.caseNumber().text());
        site.standIn().steering().refund(new Steering.Refunding.AtOnce());
        HttpResponse<String> again =
                finance.post("/staff/payments/refunds/" + refund().id() + "/again", Map.of());
        assertThat(Browser.location(again)).isEqualTo("/staff/payments");
        run();
        assertThat(refundState()).isEqualTo("refunded");
        assertThat(site.standIn().refunds().refunded(attempt)).isEqualTo(28_000);
    }

    @Test
    void what_proves_impossible_is_sent_back_by_bank_and_recorded() {
        paid();
        site.standIn().steering().refund(new Steering.Refunding.Abnormal());
        giveBack();
        run();
        site.standIn().refunds().finish();
        awaitRefund("failed");
        String path = "/api/v1/staff/payments";
        assertThat(finance.get(path).body()).contains("ABNORMAL");
        String record = path + "/refunds/" + refund().id() + "/record";
        assertThat(finance.call("POST", record, "{}").statusCode()).isEqualTo(422);
        assertThat(
                        json(finance.call("POST", record, "{\"transaction\":\"BACK-1\"}"))
                                .path("state")
                                .asString())
                .isEqualTo("DONE");
        assertThat(finance.call("POST", record, "{\"transaction\":\"BACK-2\"}").statusCode())
                .isEqualTo(409);
        assertThat(refundState()).isEqualTo("refunded");
    }

    @Test
    void another_amount_is_given_back_by_a_finance_officer_and_the_order_can_be_paid_again() {
        site.standIn().steering().payWrongAmountBy(-1);
        site.standIn().steering().announce(new Steering.Notifying.Never());
        String attempt = pay();
        site.standIn().payer().notifyAgain(attempt);
        assertThat(browser.get(page).body()).contains("正在核对收到的款项");
        String desk = finance.get("/staff/payments").body();
        assertThat(desk).contains("金额不符", "279.99 元", order.caseNumber().text());
        assertThat(finance.get("/staff/payments?q=" + order.caseNumber()).body())
                .contains("找到 1 个订单", "对不上的收款", "金额不符", "279.99 元")
                .doesNotContain("需要人工处理的退款");
        String id =
                site.hall()
                        .jdbc()
                        .sql("SELECT id FROM payment_concern WHERE order_id = :id")
                        .param("id", order.id().value())
                        .query(String.class)
                        .single();
        finance.post("/staff/payments/concerns/" + id + "/refund", Map.of());
        finance.post("/staff/payments/concerns/" + id + "/refund", Map.of());
        site.standIn().steering().refund(new Steering.Refunding.AtOnce());
        run();
        assertThat(site.standIn().refunds().refunded(attempt)).isEqualTo(27_999);
        assertThat(browser.get(page).body()).contains("已退款", "用微信支付");
        assertThat(
                        finance.post("/staff/payments/concerns/" + id + "/refund", Map.of())
                                .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_payment_is_found_by_any_of_its_numbers() {
        String attempt = paid();
        OrderState.Settled settled =
                (OrderState.Settled)
                        ((Outcome.Done<PaymentOrder>)
                                        site.use(ReadOrder.class).read(payer, order.id()))
                                .value()
                                .state();
        for (String number :
                List.of(
                        order.caseNumber().text(),
                        order.id().toString(),
                        attempt,
                        settled.transaction())) {
            assertThat(finance.get("/staff/payments?q=" + number).body())
                    .contains("找到 1 个订单", settled.transaction());
        }
        assertThat(finance.get("/staff/payments?q=nothing").body())
                .contains("找到 0 个订单", "返回全部款项")
                .doesNotContain("对不上的收款");
    }

    private String paid() {
        String attempt = pay();
        site.standIn().payer().notifyAgain(attempt);
        assertThat(browser.get(page).body()).contains("支付成功");
        return attempt;
    }

    private String pay() {
        browser.get(page);
        browser.post(page + "/payment", Map.of("channel", "wechat"));
        String code = json(browser.get("/api/v1" + page)).path("codeUrl").asString();
        return switch (site.standIn().payer().pay(code)) {
            case Payer.Payment.Paid paid -> paid.outTradeNo();
            case Payer.Payment.Refused refused -> throw new AssertionError(refused.words());
        };
    }

    private void giveBack() {
        site.use(GiveBack.class).all(new Actor.Hall("test"), order.caseNumber());
    }

    private static void run() {
        site.use(CarryOutRefunds.class).run();
    }

    /** The next try, without waiting for its time. */
    private static void again() {
        site.hall().jdbc().sql("UPDATE payment_refund SET check_at = intended_at").update();
        run();
    }

    private Refund refund() {
        return site.use(PaymentRefunds.class).of(order.id()).getFirst();
    }

    private String refundState() {
        return json(browser.get("/api/v1" + page)).path("refunds").get(0).path("state").asString();
    }

    private void awaitRefund(String state) {
        for (int tries = 0; tries < 3_600 && !refundState().equals(state); tries++) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        assertThat(refundState()).isEqualTo(state);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
