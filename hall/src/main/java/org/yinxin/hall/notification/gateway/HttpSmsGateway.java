package org.yinxin.hall.notification.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.code.MobileNumber;
import tools.jackson.databind.json.JsonMapper;

/**
 * A gateway behind one HTTP call: {@code POST /v1/messages {mobile, text}} with the message's id as {@code
 * Idempotency-Key}. 2xx is taken; 4xx is refused for good, except 401, 403, 408, 409 and 429, which are about us or the moment and not
 * about the message; everything else may be tried again.
 */
final class HttpSmsGateway implements SmsGateway {

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient client;
    private final SmsSettings settings;
    private final URI messages;
    private final @Nullable String secret;

    HttpSmsGateway(SmsSettings settings, @Nullable String secret) {
        this.settings = settings;
        this.secret = secret;
        this.messages =
                URI.create(settings.url().toString().replaceFirst("/+$", "") + "/v1/messages");
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(settings.connectWithin())
                        .build();
    }

    @Override
    public Delivery deliver(UUID id, MobileNumber to, String text) {
        String body = json.writeValueAsString(Map.of("mobile", to.value(), "text", text));
        var request =
                HttpRequest.newBuilder(messages)
                        .timeout(settings.answerWithin())
                        .header("Content-Type", "application/json; charset=utf-8")
                        .header("Idempotency-Key", id.toString())
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        if (secret != null) {
            request.header("Authorization", "Bearer " + secret);
        }
        try {
            return meaning(
                    client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode());
        } catch (IOException e) {
            return new Delivery.Unreachable(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Delivery.Unreachable("INTERRUPTED");
        }
    }

    private static Delivery meaning(int status) {
        if (status >= 200 && status < 300) {
            return new Delivery.Taken();
        }
        return switch (status) {
            case 401, 403, 408, 409, 429 -> new Delivery.Unreachable("HTTP_" + status);
            default ->
                    status >= 400 && status < 500
                            ? new Delivery.Refused("HTTP_" + status)
                            : new Delivery.Unreachable("HTTP_" + status);
        };
    }
}
