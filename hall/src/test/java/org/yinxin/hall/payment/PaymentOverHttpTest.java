package org.yinxin.hall.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.testing.Browser;
import org.yinxin.standins.wechat.Payer;
import org.yinxin.standins.wechat.Steering;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PaymentOverHttpTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern CODE = Pattern.compile("weixin://wxpay/bizpayurl\\?pr=\\w+");
    private static final Map<String, String> WECHAT = Map.of("channel", "wechat");

    @TempDir static Path folder;
    private static PaymentSite site;

    private Actor.Subscriber payer;
    private PaymentOrder order;
    private Browser browser;
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
        site.calm();
        site.hall().jdbc().sql("DELETE FROM payment_notification").update();
        payer = new Actor.Subscriber(new AccountId(UUID.randomUUID()), "199****0001");
        browser = site.browserOf(payer);
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

    @AfterEach
    void nothingPaidTwice() {
        assertThat(
                        site.use(PaymentSite.Heard.class).events.stream()
                                .filter(event -> event.order().equals(order.id()))
                                .count())
                .isLessThanOrEqualTo(1);
    }

    @Test
    void shows_a_code_that_can_be_paid_and_then_that_it_was_paid() {
        assertThat(browser.get(page).body()).contains("280 元", "用微信支付", "证书服务费");
        assertThat(start().statusCode()).isEqualTo(303);
        String shown = browser.get(page).body();
        assertThat(shown).contains("<svg class=\"qr\"", "微信支付二维码，金额 280 元", "正在等待付款");
        HttpResponse<String> waiting = browser.get(page + "/status");
        assertThat(waiting.statusCode()).isEqualTo(204);
        assertThat(waiting.headers().firstValue("HX-Refresh")).isEmpty();
        pay(shown);
        awaitSettled();
        HttpResponse<String> status = browser.get(page + "/status");
        assertThat(status.headers().firstValue("HX-Refresh")).contains("true");
        assertThat(browser.get(page).body())
                .contains("支付成功", "微信支付", "继续办理")
                .doesNotContain("<svg class=\"qr\"");
    }

    @Test
    void the_api_tells_the_same() {
        start();
        JsonNode unpaid = JSON.readTree(browser.get("/api/v1" + page).body());
        assertThat(unpaid.path("state").asString()).isEqualTo("unpaid");
        assertThat(unpaid.path("amount").path("fen").asLong()).isEqualTo(28_000);
        site.standIn().payer().pay(unpaid.path("codeUrl").asString());
        awaitSettled();
        JsonNode settled = JSON.readTree(browser.get("/api/v1" + page).body());
        assertThat(settled.path("channel").asString()).isEqualTo("wechat");
        assertThat(settled.hasNonNull("paidAt")).isTrue();
        assertThat(settled.hasNonNull("codeUrl")).isFalse();
    }

    @Test
    void another_subscriber_finds_neither_page_nor_status_nor_api() {
        start();
        Browser other =
                site.browserOf(
                        new Actor.Subscriber(new AccountId(UUID.randomUUID()), "199****0002"));
        assertThat(other.get(page).statusCode()).isEqualTo(404);
        // The amount's digits may stand by chance in what the page repeats: the address, and the
        // secret of its forms.
        assertThat(
                        other.get(page)
                                .body()
                                .replace(order.id().toString(), "*")
                                .replaceAll("(csrf\" (value|content)=\")[^\"]+", "$1*"))
                .doesNotContain("280");
        assertThat(other.get(page + "/status").statusCode()).isEqualTo(404);
        assertThat(other.get("/api/v1" + page).statusCode()).isEqualTo(404);
        assertThat(other.call("POST", "/api/v1" + page + "/check", null).statusCode())
                .isEqualTo(404);
        assertThat(other.post(page + "/payment", WECHAT).statusCode()).isEqualTo(404);
        assertThat(other.post(page + "/check", Map.of()).statusCode()).isEqualTo(404);
        assertThat(browser.get("/orders/no-number").statusCode()).isEqualTo(404);
        assertThat(browser.get("/api/v1/orders/no-number").statusCode()).isEqualTo(404);
    }

    @Test
    void nobody_who_is_not_signed_in_sees_it() {
        assertThat(site.hall().browser().get(page).statusCode()).isEqualTo(303);
        assertThat(site.hall().browser().get("/api/v1" + page).statusCode()).isEqualTo(401);
    }

    @Test
    void without_notification_the_button_finds_the_payment() {
        site.standIn().steering().announce(new Steering.Notifying.Never());
        start();
        String shown = browser.get(page).body();
        HttpResponse<String> asked = browser.post(page + "/check", Map.of());
        assertThat(Browser.location(asked)).endsWith("?checked");
        assertThat(browser.get(page + "?checked").body()).contains("还没有收到付款");
        pay(shown);
        Browser api = site.browserOf(payer);
        await(
                () ->
                        api.call("POST", "/api/v1" + page + "/check", null)
                                .body()
                                .contains("\"settled\""));
        assertThat(Browser.location(browser.post(page + "/check", Map.of()))).endsWith(page);
    }

    @Test
    void says_what_to_do_when_the_channel_is_dead_and_goes_on_when_it_is_back() {
        site.standIn().steering().answer(new Steering.Answering.Dead());
        HttpResponse<String> refused = start();
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("您的申请已保存，请稍后再试", "用微信支付");
        site.standIn().steering().calm();
        assertThat(start().statusCode()).isEqualTo(303);
        assertThat(browser.get(page).body()).contains("<svg class=\"qr\"");
    }

    @Test
    void waits_for_a_slow_channel_no_longer_than_it_must() {
        site.waitFor(Duration.ofSeconds(2));
        site.standIn().steering().answer(new Steering.Answering.Slow(Duration.ofMinutes(10)));
        long before = System.nanoTime();
        assertThat(start().statusCode()).isEqualTo(503);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void an_answer_lost_on_the_way_leads_to_the_same_order_of_the_channel() {
        int before = site.standIn().placedOrders();
        site.standIn().steering().answer(new Steering.Answering.DoneButSilent());
        assertThat(start().statusCode()).isEqualTo(503);
        site.standIn().steering().calm();
        start();
        assertThat(site.standIn().placedOrders()).isEqualTo(before + 1);
    }

    @Test
    void a_forged_notification_hears_401_and_settles_nothing() {
        site.standIn().steering().announce(new Steering.Notifying.Never());
        start();
        String number = pay(browser.get(page).body());
        assertThat(site.standIn().payer().notifyForged(number)).contains(401);
        assertThat(state()).isEqualTo("unpaid");
        assertThat(site.standIn().payer().notifyAgain(number)).contains(204);
        assertThat(state()).isEqualTo("settled");
    }

    @Test
    void two_notifications_at_once_and_one_more_later_all_hear_success_and_settle_once() {
        site.standIn().steering().announce(new Steering.Notifying.Twice());
        int before = site.standIn().acknowledgedNotifications();
        start();
        String number = pay(browser.get(page).body());
        await(() -> site.standIn().acknowledgedNotifications() == before + 2);
        assertThat(site.standIn().payer().notifyAgain(number)).contains(204);
        assertThat(state()).isEqualTo("settled");
        assertThat(site.use(PaymentSite.Heard.class).events)
                .filteredOn(event -> event.order().equals(order.id()))
                .hasSize(1);
    }

    @Test
    void a_notification_that_comes_after_the_question_changes_nothing() {
        site.standIn().steering().announce(new Steering.Notifying.Never());
        start();
        String number = pay(browser.get(page).body());
        browser.get(page);
        browser.post(page + "/check", Map.of());
        assertThat(state()).isEqualTo("settled");
        assertThat(site.standIn().payer().notifyAgain(number)).contains(204);
        assertThat(state()).isEqualTo("settled");
    }

    @Test
    void another_amount_is_refused_and_the_page_asks_not_to_pay_again() {
        site.standIn().steering().payWrongAmountBy(-1);
        site.standIn().steering().announce(new Steering.Notifying.Never());
        start();
        String number = pay(browser.get(page).body());
        assertThat(site.standIn().payer().notifyAgain(number)).contains(422);
        assertThat(browser.get(page).body())
                .contains("正在核对收到的款项", "请不要再次付款")
                .doesNotContain("<svg class=\"qr\"", "用微信支付");
        assertThat(start().statusCode()).isEqualTo(409);
        assertThat(state()).isEqualTo("unpaid");
    }

    @Test
    void money_after_closing_is_accepted_and_shown() {
        site.standIn().steering().announce(new Steering.Notifying.Never());
        start();
        String number = pay(browser.get(page).body());
        site.use(CloseOrder.class)
                .close(new Actor.Hall("test"), order.id(), OrderState.CloseReason.WITHDRAWN);
        assertThat(site.standIn().payer().notifyAgain(number)).contains(204);
        assertThat(browser.get(page).body()).contains("订单已关闭", "款项不会丢失");
    }

    @Test
    void what_is_no_notification_is_refused_in_the_channels_own_words() {
        HttpResponse<String> nonsense = notifyWith("{}");
        assertThat(nonsense.statusCode()).isEqualTo(401);
        assertThat(JSON.readTree(nonsense.body()).path("code").asString()).isEqualTo("FAIL");
        assertThat(notifyWith("x".repeat(70_000)).statusCode()).isEqualTo(413);
        assertThat(site.hall().browser().get("/payments/wechat/notify").statusCode())
                .isEqualTo(405);
    }

    @Test
    void a_way_to_pay_that_nobody_knows_is_refused_on_the_page() {
        browser.get(page);
        assertThat(browser.post(page + "/payment", Map.of("channel", "Gold!")).statusCode())
                .isEqualTo(422);
    }

    @Test
    void reads_in_english_too() {
        start();
        assertThat(browser.get(page + "?lang=en").body())
                .contains("Scan with WeChat to pay", "CNY 280", "What happens next");
    }

    private HttpResponse<String> start() {
        browser.get(page);
        return browser.post(page + "/payment", WECHAT);
    }

    /** Pays the code on the page and answers the attempt's number. */
    private static String pay(String shown) {
        Matcher code = CODE.matcher(shown);
        assertThat(code.find()).isTrue();
        Payer.Payment payment = site.standIn().payer().pay(code.group());
        return switch (payment) {
            case Payer.Payment.Paid paid -> paid.outTradeNo();
            case Payer.Payment.Refused(String words) -> throw new AssertionError(words);
        };
    }

    private HttpResponse<String> notifyWith(String body) {
        Browser platform = site.hall().browser();
        return platform.send(
                platform.request("/payments/wechat/notify")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    private String state() {
        return JSON.readTree(browser.get("/api/v1" + page).body()).path("state").asString();
    }

    private void awaitSettled() {
        await(() -> state().equals("settled"));
    }

    private static void await(BooleanSupplier condition) {
        for (int tries = 0; tries < 3_600; tries++) {
            if (condition.getAsBoolean()) {
                return;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        throw new AssertionError("it never came to that");
    }
}
