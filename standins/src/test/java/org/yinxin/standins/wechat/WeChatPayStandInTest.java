package org.yinxin.standins.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WeChatPayStandInTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NUMBER = "order-0001";

    private WeChatPayStandIn standIn;
    private NotifiedMerchant notified;
    private TestMerchant merchant;

    @BeforeEach
    void start() throws IOException {
        standIn =
                WeChatPayStandIn.start(
                        new Settings(
                                0,
                                Clock.systemUTC(),
                                new SecureRandom(),
                                List.of(Duration.ofMillis(20), Duration.ofMillis(20))));
        notified = new NotifiedMerchant();
        merchant = new TestMerchant(standIn);
    }

    @AfterEach
    void stop() {
        standIn.close();
        notified.close();
    }

    @Test
    void gives_a_code_for_an_order_and_the_same_code_when_asked_again() {
        String first = code(merchant.place(NUMBER, 100, notified.url()));
        assertThat(first).startsWith("weixin://wxpay/bizpayurl?pr=");
        assertThat(code(merchant.place(NUMBER, 100, notified.url()))).isEqualTo(first);
    }

    @Test
    void refuses_the_same_number_with_another_amount() {
        merchant.place(NUMBER, 100, notified.url());
        assertError(merchant.place(NUMBER, 101, notified.url()), 400, "INVALID_REQUEST");
    }

    @Test
    void refuses_a_request_signed_for_another_body_or_with_an_old_time_or_not_at_all() {
        String path = "/v3/pay/transactions/native";
        String body = merchant.order(NUMBER, 100, notified.url());
        String now = Long.toString(Instant.now().getEpochSecond());
        String old = Long.toString(Instant.now().minusSeconds(900).getEpochSecond());
        String good = merchant.authorization("POST", path, body, now);
        assertError(
                merchant.sendAs(good, "POST", path, body.replace("100", "1")), 401, "SIGN_ERROR");
        assertError(
                merchant.sendAs(
                        merchant.authorization("POST", path, body, old), "POST", path, body),
                401,
                "SIGN_ERROR");
        String serial = standIn.merchant().certificateSerial();
        String other = (serial.startsWith("0") ? "1" : "0") + serial.substring(1);
        assertError(
                merchant.sendAs(good.replace(serial, other), "POST", path, body),
                401,
                "SIGN_ERROR");
        assertError(
                merchant.sendAs(good.replaceFirst("mchid=\"1", "mchid=\"2"), "POST", path, body),
                401,
                "SIGN_ERROR");
        assertError(merchant.sendAs("Bearer x", "POST", path, body), 401, "SIGN_ERROR");
    }

    @Test
    void refuses_amounts_and_numbers_that_the_real_one_refuses() {
        assertError(merchant.place(NUMBER, 0, notified.url()), 400, "PARAM_ERROR");
        assertError(merchant.place("short", 1, notified.url()), 400, "PARAM_ERROR");
        assertError(merchant.place(NUMBER, 1, "ftp://x"), 400, "PARAM_ERROR");
        assertError(merchant.send("POST", "/v3/pay/transactions/native", "{"), 400, "PARAM_ERROR");
        assertError(merchant.send("GET", "/v3/nothing", ""), 404, "RESOURCE_NOT_EXISTS");
    }

    @Test
    void signs_its_answers_with_the_platform_key() {
        HttpResponse<String> answer = merchant.place(NUMBER, 100, notified.url());
        assertThat(isOfPlatform(answer)).isTrue();
        standIn.steering().answer(new Steering.Answering.ForgedAnswer());
        assertThat(isOfPlatform(merchant.place(NUMBER, 100, notified.url()))).isFalse();
    }

    @Test
    void a_paid_order_is_notified_signed_and_encrypted() throws Exception {
        String code = code(merchant.place(NUMBER, 12_300, notified.url()));
        Payer.Payment paid = standIn.payer().pay(code);
        NotifiedMerchant.Heard heard = notified.next();
        assertThat(
                        merchant.isOfPlatform(
                                heard.timestamp(), heard.nonce(), heard.body(), heard.signature()))
                .isTrue();
        assertThat(heard.serial()).isEqualTo(standIn.merchant().platformPublicKeyId());
        JsonNode transaction = opened(heard.body());
        assertThat(transaction.path("out_trade_no").asString()).isEqualTo(NUMBER);
        assertThat(transaction.path("amount").path("total").asLong()).isEqualTo(12_300);
        assertThat(paid)
                .isEqualTo(
                        new Payer.Payment.Paid(
                                transaction.path("transaction_id").asString(), NUMBER, 12_300));
        assertThat(merchant.query(NUMBER).body()).contains("\"trade_state\":\"SUCCESS\"");
    }

    @Test
    void repeats_a_notification_with_the_same_identifier_until_it_is_accepted() throws Exception {
        notified.refuse(2);
        standIn.payer().pay(code(merchant.place(NUMBER, 100, notified.url())));
        String first = notified.next().body();
        assertThat(notified.next().body()).isEqualTo(first);
        assertThat(notified.next().body()).isEqualTo(first);
        assertThat(notified.hearsNothingFor(300)).isTrue();
    }

    @Test
    void an_order_is_paid_once() {
        String code = code(merchant.place(NUMBER, 100, notified.url()));
        standIn.payer().pay(code);
        assertThat(standIn.payer().pay(code)).isEqualTo(new Payer.Payment.Refused("该订单已支付"));
        assertThat(standIn.paidOrders()).isEqualTo(1);
        assertError(merchant.place(NUMBER, 100, notified.url()), 400, "ORDERPAID");
        assertError(merchant.close(NUMBER), 400, "ORDERPAID");
    }

    @Test
    void a_closed_order_cannot_be_paid_and_its_number_is_used_up() {
        String code = code(merchant.place(NUMBER, 100, notified.url()));
        assertThat(merchant.close(NUMBER).statusCode()).isEqualTo(204);
        assertThat(merchant.close(NUMBER).statusCode()).isEqualTo(204);
        assertThat(standIn.payer().pay(code)).isEqualTo(new Payer.Payment.Refused("该订单已关闭"));
        assertError(merchant.place(NUMBER, 100, notified.url()), 400, "ORDER_CLOSED");
        assertThat(merchant.query(NUMBER).body()).contains("\"trade_state\":\"CLOSED\"");
    }

    @Test
    void knows_no_order_that_was_never_placed() {
        assertError(merchant.query(NUMBER), 404, "ORDER_NOT_EXIST");
        assertError(merchant.close(NUMBER), 404, "ORDER_NOT_EXIST");
        assertThat(standIn.payer().look("weixin://x")).isEmpty();
        assertThat(standIn.payer().pay("weixin://x")).isInstanceOf(Payer.Payment.Refused.class);
    }

    @Test
    void is_steered_to_announce_twice_never_late_or_forged() throws Exception {
        steerAndPay("twice-0001", new Steering.Notifying.Twice());
        assertThat(notified.next().body()).isEqualTo(notified.next().body());
        steerAndPay("never-0001", new Steering.Notifying.Never());
        assertThat(notified.hearsNothingFor(200)).isTrue();
        assertThat(standIn.payer().notifyAgain("never-0001")).contains(200);
        notified.next();
        steerAndPay("later-0001", new Steering.Notifying.Late(Duration.ofMillis(100)));
        notified.next();
        steerAndPay("forge-0001", new Steering.Notifying.Forged());
        NotifiedMerchant.Heard heard = notified.next();
        assertThat(
                        merchant.isOfPlatform(
                                heard.timestamp(), heard.nonce(), heard.body(), heard.signature()))
                .isFalse();
    }

    @Test
    void is_steered_to_be_slow_dead_or_faulty() {
        standIn.steering().answer(new Steering.Answering.Slow(Duration.ofMillis(300)));
        long before = System.nanoTime();
        assertThat(merchant.place(NUMBER, 100, notified.url()).statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isGreaterThan(Duration.ofMillis(290));
        standIn.steering().answer(new Steering.Answering.Dead());
        assertThatThrownBy(() -> merchant.query(NUMBER)).hasCauseInstanceOf(IOException.class);
        standIn.steering().answer(new Steering.Answering.DoneButSilent());
        assertThatThrownBy(() -> merchant.place("silent-0001", 100, notified.url()))
                .hasCauseInstanceOf(IOException.class);
        standIn.steering().answer(new Steering.Answering.Faulty());
        assertError(merchant.query(NUMBER), 500, "SYSTEM_ERROR");
        standIn.steering().calm();
        assertThat(merchant.query("silent-0001").body()).contains("NOTPAY");
    }

    @Test
    void is_steered_to_book_another_amount() throws Exception {
        standIn.steering().payWrongAmountBy(-1);
        standIn.payer().pay(code(merchant.place(NUMBER, 100, notified.url())));
        assertThat(opened(notified.next().body()).path("amount").path("total").asLong())
                .isEqualTo(99);
    }

    @Test
    void shows_the_bill_before_it_is_paid() {
        String code = code(merchant.place(NUMBER, 100, notified.url()));
        assertThat(standIn.payer().look(" " + code))
                .hasValueSatisfying(
                        bill -> {
                            assertThat(bill.fen()).isEqualTo(100);
                            assertThat(bill.description()).isEqualTo("证书服务费");
                            assertThat(bill.standing()).isEqualTo(Payer.Standing.PAYABLE);
                        });
    }

    private void steerAndPay(String number, Steering.Notifying how) {
        standIn.steering().announce(how);
        standIn.payer().pay(code(merchant.place(number, 100, notified.url())));
    }

    private boolean isOfPlatform(HttpResponse<String> answer) {
        var headers = answer.headers();
        return merchant.isOfPlatform(
                headers.firstValue("Wechatpay-Timestamp").orElseThrow(),
                headers.firstValue("Wechatpay-Nonce").orElseThrow(),
                answer.body(),
                headers.firstValue("Wechatpay-Signature").orElseThrow());
    }

    private JsonNode opened(String body) throws GeneralSecurityException {
        JsonNode resource = JSON.readTree(body).path("resource");
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(
                        standIn.merchant().apiV3Key().getBytes(StandardCharsets.UTF_8), "AES"),
                new GCMParameterSpec(
                        128, resource.path("nonce").asString().getBytes(StandardCharsets.UTF_8)));
        cipher.updateAAD(
                resource.path("associated_data").asString().getBytes(StandardCharsets.UTF_8));
        byte[] plain =
                cipher.doFinal(Base64.getDecoder().decode(resource.path("ciphertext").asString()));
        return JSON.readTree(plain);
    }

    private static String code(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).path("code_url").asString();
    }

    private static void assertError(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(status);
        assertThat(JSON.readTree(answer.body()).path("code").asString()).isEqualTo(code);
    }
}
