package org.yinxin.hall.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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
import org.yinxin.hall.archive.Pictures;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.testing.Browser;
import org.yinxin.hall.testing.People;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Vouchers of bank transfers over HTTP. */
class TransfersOverHttpTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final byte[] PICTURE = Pictures.jpeg(60, 40);

    @TempDir static Path folder;
    private static PaymentSite site;
    private static int booked = 5000;

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
        site.hall().jdbc().sql("DELETE FROM payment_voucher").update();
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
                                        List.of(ChannelCode.WECHAT, ChannelCode.TRANSFER),
                                        null));
        page = "/orders/" + order.id();
        booked++;
    }

    @Test
    void a_transfer_from_the_account_on_the_page_to_the_settled_order() {
        assertThat(browser.get(page).body()).contains("银行转账", "演示银行云岭支行", "上传凭证", "用微信支付");
        assertThat(upload(page + "/voucher", PICTURE).statusCode()).isEqualTo(303);
        assertThat(browser.get(page).body()).contains("等待核对", "上传新的凭证");
        assertThat(browser.get(page + "/voucher").headers().firstValue("Content-Type"))
                .contains("image/jpeg");
        String voucher = voucher();
        assertThat(finance.get("/staff/vouchers").body()).contains(voucher);
        String shown = finance.get("/staff/vouchers/" + voucher).body();
        assertThat(shown).contains("280 元", "分公司代付", "确认到账", "退回凭证");
        assertThat(finance.get("/staff/vouchers/" + voucher + "/picture").statusCode())
                .isEqualTo(200);
        HttpResponse<String> wrong =
                finance.post(
                        "/staff/vouchers/" + voucher + "/confirmation",
                        Map.of("received", "28", "transaction", number()));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("到账金额与应付金额不一致", number());
        HttpResponse<String> confirmed =
                finance.post(
                        "/staff/vouchers/" + voucher + "/confirmation",
                        Map.of("received", "280.00", "transaction", number()));
        assertThat(Browser.location(confirmed)).contains("checked=" + order.caseNumber());
        assertThat(browser.get(page).body()).contains("支付成功", "银行转账", number());
    }

    @Test
    void a_returned_voucher_says_why_on_the_page() {
        browser.get(page);
        upload(page + "/voucher", PICTURE);
        String voucher = voucher();
        finance.get("/staff/vouchers");
        assertThat(
                        finance.post("/staff/vouchers/" + voucher + "/return", Map.of("words", ""))
                                .body())
                .contains("请写明退回的原因");
        finance.post("/staff/vouchers/" + voucher + "/return", Map.of("words", "看不清流水号"));
        assertThat(browser.get(page).body()).contains("凭证被退回", "看不清流水号");
        assertThat(finance.get("/staff/vouchers").body()).contains("没有待核对的凭证");
    }

    @Test
    void a_file_that_is_no_picture_is_refused_on_the_page() {
        browser.get(page);
        HttpResponse<String> refused =
                upload(page + "/voucher", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("银行转账");
        assertThat(browser.post(page + "/voucher", Map.of()).statusCode()).isEqualTo(422);
    }

    @Test
    void the_api_tells_and_does_the_same() {
        JsonNode unpaid = json(browser.get("/api/v1" + page));
        assertThat(unpaid.path("transfer").path("remark").asString())
                .isEqualTo(order.caseNumber().text());
        HttpResponse<String> given =
                browser.send(
                        browser.request("/api/v1" + page + "/voucher?remark=x")
                                .header("Content-Type", "image/jpeg")
                                .PUT(BodyPublishers.ofByteArray(PICTURE)));
        assertThat(json(given).path("voucher").path("state").asString()).isEqualTo("WAITING");
        assertThat(browser.get("/api/v1" + page + "/voucher").statusCode()).isEqualTo(200);
        String voucher = voucher();
        String path = "/api/v1/staff/vouchers/" + voucher;
        assertThat(json(finance.get(path)).path("remark").asString()).isEqualTo("x");
        assertThat(finance.get(path + "/picture").statusCode()).isEqualTo(200);
        assertThat(finance.call("POST", path + "/confirmation", "{}").statusCode()).isEqualTo(422);
        JsonNode confirmed =
                json(
                        finance.call(
                                "POST",
                                path + "/confirmation",
                                "{\"received\":\"280\",\"transaction\":\"" + number() + "\"}"));
        assertThat(confirmed.path("order").path("state").asString()).isEqualTo("settled");
        assertThat(finance.call("POST", path + "/return", "{\"words\":\"x\"}").statusCode())
                .isEqualTo(409);
        JsonNode found = json(finance.get("/api/v1/staff/payments/orders?q=" + number()));
        assertThat(found.get(0).path("order").path("id").asString())
                .isEqualTo(order.id().toString());
    }

    @Test
    void nobody_else_gets_at_a_voucher() {
        browser.get(page);
        upload(page + "/voucher", PICTURE);
        String voucher = "/staff/vouchers/" + voucher();
        Browser other =
                site.browserOf(
                        new Actor.Subscriber(new AccountId(UUID.randomUUID()), "199****0002"));
        assertThat(other.get(page + "/voucher").statusCode()).isEqualTo(404);
        assertThat(other.get(voucher).statusCode()).isEqualTo(403);
        Browser approving = site.browserOf(People.APPROVING_OFFICER);
        assertThat(approving.get(voucher + "/picture").statusCode()).isEqualTo(403);
        assertThat(approving.get("/staff/payments").statusCode()).isEqualTo(403);
        assertThat(approving.call("GET", "/api/v1/staff/vouchers", null).statusCode())
                .isEqualTo(403);
        assertThat(finance.get("/staff/vouchers/none").statusCode()).isEqualTo(404);
        assertThat(finance.get("/staff/vouchers/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    private String voucher() {
        return json(finance.get("/api/v1/staff/vouchers")).get(0).path("id").asString();
    }

    private static String number() {
        return "BANK-" + booked;
    }

    private HttpResponse<String> upload(String path, byte[] content) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                """
                --limit\r
                Content-Disposition: form-data; name="remark"\r
                \r
                分公司代付\r
                --limit\r
                Content-Disposition: form-data; name="voucher"; filename="voucher.jpg"\r
                Content-Type: image/jpeg\r
                \r
                """
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--limit--\r\n".getBytes(StandardCharsets.UTF_8));
        return browser.send(
                browser.scripted(path)
                        .header("Content-Type", "multipart/form-data; boundary=limit")
                        .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
