package org.yinxin.standins.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WeChatPayRefundsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NUMBER = "order-0001";
    private static final String REFUND = "refund-0001";

    private WeChatPayStandIn standIn;
    private NotifiedMerchant notified;
    private TestMerchant merchant;

    @BeforeEach
    void pay() throws Exception {
        standIn =
                WeChatPayStandIn.start(
                        new Settings(
                                0,
                                Clock.systemUTC(),
                                new SecureRandom(),
                                List.of(Duration.ofMillis(20))));
        notified = new NotifiedMerchant();
        merchant = new TestMerchant(standIn);
        String code = text(merchant.place(NUMBER, 280, notified.url()), "code_url");
        standIn.payer().pay(code);
        notified.next();
    }

    @AfterEach
    void stop() {
        standIn.close();
        notified.close();
    }

    @Test
    void takes_a_refund_on_and_tells_when_it_is_done() throws Exception {
        assertThat(text(refund(280), "status")).isEqualTo("PROCESSING");
        NotifiedMerchant.Heard heard = notified.next();
        assertThat(heard.body()).contains("REFUND.SUCCESS", "encrypt-resource");
        assertThat(
                        merchant.isOfPlatform(
                                heard.timestamp(), heard.nonce(), heard.body(), heard.signature()))
                .isTrue();
        assertThat(text(merchant.queryRefund(REFUND), "status")).isEqualTo("SUCCESS");
        assertThat(text(merchant.query(NUMBER), "trade_state")).isEqualTo("REFUND");
        assertThat(standIn.refunds().refunded(NUMBER)).isEqualTo(280);
    }

    @Test
    void the_same_number_is_the_same_refund_and_never_more_than_was_paid_goes_back() {
        standIn.steering().refund(new Steering.Refunding.AtOnce());
        String first = text(refund(280), "refund_id");
        assertThat(text(refund(280), "refund_id")).isEqualTo(first);
        assertThat(text(refund(100), "code")).isEqualTo("INVALID_REQUEST");
        HttpResponse<String> second = merchant.refund("refund-0002", NUMBER, 1, 280, url());
        assertThat(text(second, "code")).isEqualTo("INVALID_REQUEST");
        assertThat(standIn.refunds().refunded(NUMBER)).isEqualTo(280);
    }

    @Test
    void is_steered_to_keep_it_pending_to_refuse_and_to_find_it_impossible() throws Exception {
        standIn.steering().refund(new Steering.Refunding.Refuses("NOT_ENOUGH"));
        assertThat(text(refund(280), "code")).isEqualTo("NOT_ENOUGH");
        assertThat(text(merchant.queryRefund(REFUND), "code")).isEqualTo("RESOURCE_NOT_EXISTS");
        standIn.steering().refund(new Steering.Refunding.Pending());
        refund(280);
        assertThat(notified.hearsNothingFor(200)).isTrue();
        standIn.steering().refund(new Steering.Refunding.Abnormal());
        standIn.refunds().finish();
        assertThat(notified.next().body()).contains("REFUND.ABNORMAL");
        assertThat(text(merchant.queryRefund(REFUND), "status")).isEqualTo("ABNORMAL");
    }

    @Test
    void refuses_what_was_not_paid_and_what_is_no_refund() throws IOException {
        HttpResponse<String> unknown = merchant.refund(REFUND, "order-0009", 1, 1, url());
        assertThat(text(unknown, "code")).isEqualTo("RESOURCE_NOT_EXISTS");
        assertThat(text(refund(0), "code")).isEqualTo("PARAM_ERROR");
        HttpResponse<String> nonsense = merchant.send("POST", "/v3/refund/domestic/refunds", "{");
        assertThat(text(nonsense, "code")).isEqualTo("PARAM_ERROR");
    }

    private HttpResponse<String> refund(long fen) {
        return merchant.refund(REFUND, NUMBER, fen, 280, url());
    }

    private String url() {
        return notified.url();
    }

    private static String text(HttpResponse<String> answer, String field) {
        return JSON.readTree(answer.body()).path(field).asString("");
    }
}
