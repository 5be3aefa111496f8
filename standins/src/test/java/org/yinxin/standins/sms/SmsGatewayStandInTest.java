package org.yinxin.standins.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmsGatewayStandInTest {

    private static final String MESSAGE = "{\"mobile\":\"19900000001\",\"text\":\"验证码 123456\"}";

    private SmsGatewayStandIn gateway;
    private HttpClient client;

    @BeforeEach
    void start() {
        gateway = SmsGatewayStandIn.start(0, Clock.systemUTC());
        client = HttpClient.newHttpClient();
    }

    @AfterEach
    void stop() {
        gateway.close();
        client.close();
    }

    @Test
    void keeps_what_it_took_newest_first() throws Exception {
        assertThat(post("a", MESSAGE)).isEqualTo(202);
        assertThat(post("b", MESSAGE.replace("123456", "654321"))).isEqualTo(202);
        assertThat(gateway.messagesTo("19900000001"))
                .extracting(CaughtMessage::text)
                .containsExactly("验证码 654321", "验证码 123456");
        assertThat(gateway.messagesTo("19900000002")).isEmpty();
    }

    @Test
    void delivers_the_same_key_once() throws Exception {
        post("a", MESSAGE);
        assertThat(post("a", MESSAGE)).isEqualTo(202);
        assertThat(gateway.messages()).hasSize(1);
        assertThat(gateway.requests()).isEqualTo(2);
    }

    @Test
    void refuses_what_is_no_message() throws Exception {
        assertThat(post("a", "{")).isEqualTo(400);
        assertThat(post("a", "{\"mobile\":\"12\",\"text\":\"x\"}")).isEqualTo(422);
        assertThat(gateway.messages()).isEmpty();
    }

    @Test
    void can_deliver_and_stay_silent() {
        gateway.steering().behave(new SmsSteering.Behaviour.DoneButSilent());
        assertThatThrownBy(() -> post("a", MESSAGE)).isInstanceOf(IOException.class);
        assertThat(gateway.messages()).hasSize(1);
    }

    @Test
    void can_be_dead_or_faulty_or_slow_or_deliver_twice() throws Exception {
        gateway.steering().behave(new SmsSteering.Behaviour.Dead());
        assertThatThrownBy(() -> post("a", MESSAGE)).isInstanceOf(IOException.class);
        gateway.steering().behave(new SmsSteering.Behaviour.Answers(503));
        assertThat(post("a", MESSAGE)).isEqualTo(503);
        assertThat(gateway.messages()).isEmpty();
        gateway.steering().behave(new SmsSteering.Behaviour.Slow(Duration.ofMillis(20)));
        assertThat(post("b", MESSAGE)).isEqualTo(202);
        gateway.steering().behave(new SmsSteering.Behaviour.Twice());
        assertThat(post("c", MESSAGE)).isEqualTo(202);
        gateway.steering().calm();
        assertThat(gateway.messages())
                .extracting(CaughtMessage::key)
                .containsExactly("c", "c", "b");
    }

    private int post(String key, String body) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(gateway.baseUrl().resolve("/v1/messages"))
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
