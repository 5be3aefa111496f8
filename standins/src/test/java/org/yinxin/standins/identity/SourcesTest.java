package org.yinxin.standins.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SourcesTest {

    private static final String SECRET = "test-secret";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RealNameStandIn realName;
    private EnterpriseRegisterStandIn register;
    private BankStandIn bank;
    private HttpClient client;

    @BeforeEach
    void start() {
        realName = RealNameStandIn.start(0, SECRET, Clock.systemUTC(), new SecureRandom());
        register = EnterpriseRegisterStandIn.start(0, SECRET);
        bank = BankStandIn.start(0, SECRET, Clock.systemUTC());
        client = HttpClient.newHttpClient();
    }

    @AfterEach
    void stop() {
        realName.close();
        register.close();
        bank.close();
        client.close();
    }

    private HttpResponse<String> post(URI base, String path, String key, Map<String, ?> body)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(Duration.ofMinutes(3))
                        .header("Authorization", "Bearer " + SECRET)
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String mobile(String key, String name, String mobile) throws Exception {
        Map<String, String> question =
                Map.of("name", name, "identityNumber", "150102199001010019", "mobile", mobile);
        return said(post(realName.baseUrl(), "/v1/checks/mobile", key, question), "result");
    }

    private String enterprise(String key, String code, String name) throws Exception {
        Map<String, String> question = Map.of("creditCode", code, "name", name);
        return said(post(register.baseUrl(), "/v1/checks/enterprise", key, question), "result");
    }

    private String transfer(String key, String account) throws Exception {
        Map<String, Object> order = new HashMap<>();
        order.put("payeeName", "云岭市星河测试科技有限公司");
        order.put("payeeAccount", account);
        order.put("payeeBank", "云岭市测试银行");
        order.put("fen", 1);
        order.put("memo", "123456");
        return said(post(bank.baseUrl(), "/v1/transfers", key, order), "state");
    }

    private static String said(HttpResponse<String> answer, String field) {
        return JSON.readTree(answer.body()).path(field).asString("");
    }

    private String shown(HttpRequest request) throws Exception {
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    @Test
    void made_up_values_choose_the_answer() throws Exception {
        assertThat(mobile("a", "测试甲", "19900000001")).isEqualTo("MATCH");
        assertThat(mobile("b", "测试不符", "19900000001")).isEqualTo("MISMATCH");
        assertThat(mobile("c", "测试甲", "19900004402")).isEqualTo("UNKNOWN");
        assertThat(enterprise("d", "91150100MA0T0045X0", "测试公司")).isEqualTo("MATCH");
        assertThat(enterprise("e", "91150100MA0T0045X0", "测试不符公司")).isEqualTo("MISMATCH");
        assertThat(enterprise("f", "11150000011500000C", "测试局")).isEqualTo("UNKNOWN");
        assertThatThrownBy(() -> mobile("g", "测试停机", "19900000001"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void the_same_key_is_answered_the_same_and_money_is_sent_once() throws Exception {
        assertThat(mobile("a", "测试甲", "19900000001")).isEqualTo("MATCH");
        realName.steering().say(Result.MISMATCH);
        assertThat(mobile("a", "测试甲", "19900000001")).isEqualTo("MATCH");
        assertThat(mobile("b", "测试甲", "19900000001")).isEqualTo("MISMATCH");
        assertThat(transfer("t", "15010000000001")).isEqualTo("SENT");
        assertThat(transfer("t", "15010000000001")).isEqualTo("SENT");
        assertThat(bank.transfersTo("15010000000001")).hasSize(1);
        assertThat(transfer("u", "15010000004401")).isEqualTo("REFUSED");
        assertThat(transfer("v", "15010000004405")).isEqualTo("PENDING");
        assertThat(transfer("v", "15010000004405")).isEqualTo("SENT");
    }

    @Test
    void a_face_is_looked_at_once() throws Exception {
        Map<String, String> question =
                Map.of(
                        "name", "测试甲",
                        "identityNumber", "150102199001010019",
                        "callback", "http://127.0.0.1:9/notify");
        HttpResponse<String> face = post(realName.baseUrl(), "/v1/faces", "a", question);
        String link = said(face, "link");
        assertThat(shown(HttpRequest.newBuilder(URI.create(link)).build())).contains("是本人");
        HttpRequest yes =
                HttpRequest.newBuilder(URI.create(link))
                        .POST(HttpRequest.BodyPublishers.ofString("answer=yes"))
                        .build();
        assertThat(shown(yes)).contains("matched").doesNotContain("<form");
        assertThat(realName.look(link, false)).isFalse();
        String standing = realName.baseUrl() + "/v1/faces/" + said(face, "reference");
        HttpRequest asked =
                HttpRequest.newBuilder(URI.create(standing))
                        .header("Authorization", "Bearer " + SECRET)
                        .build();
        assertThat(shown(asked)).contains("\"MATCH\"");
    }

    @Test
    void refuses_who_does_not_know_the_secret_or_asks_nothing() throws Exception {
        HttpRequest stranger =
                HttpRequest.newBuilder(URI.create(bank.baseUrl() + "/v1/transfers"))
                        .header("Idempotency-Key", "a")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build();
        assertThat(client.send(stranger, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);
        assertThat(post(bank.baseUrl(), "/v1/transfers", "a", Map.of()).statusCode())
                .isEqualTo(422);
        assertThat(post(register.baseUrl(), "/v1/checks/enterprise", "a", Map.of()).statusCode())
                .isEqualTo(422);
    }
}
