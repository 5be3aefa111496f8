package org.yinxin.app.walk;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One person's access to one address over HTTP. Any answer but a success ends the step.
 *
 * @param headers what each request carries: who asks, or for whose page
 */
record Door(String address, Map<String, String> headers) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SHOWN = 2000;
    private static final int TRIES = 150;

    /** The door as anybody meets it. */
    static Door of(String address) {
        return new Door(address, Map.of());
    }

    /** The same door for the holder of a bearer token. */
    Door with(String token) {
        return new Door(address, Map.of("Authorization", "Bearer " + token));
    }

    /** The same door for a page of the hall, as a browser would say it. */
    Door fromPageOf(String hall) {
        return new Door(address, Map.of("Origin", hall));
    }

    JsonNode get(String path) {
        return json(send(request(path).GET()));
    }

    byte[] bytes(String path) {
        return send(request(path).GET());
    }

    JsonNode post(String path, Map<String, ?> body) {
        return json(
                send(withJson(path).POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))));
    }

    byte[] post(String path, String type, byte[] body) {
        return send(
                request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
    }

    JsonNode put(String path, Map<String, ?> body) {
        return json(
                send(withJson(path).PUT(BodyPublishers.ofString(JSON.writeValueAsString(body)))));
    }

    JsonNode put(String path, String type, byte[] body) {
        return json(
                send(
                        request(path)
                                .header("Content-Type", type)
                                .PUT(BodyPublishers.ofByteArray(body))));
    }

    /** Asks again until there is an answer; for what happens behind an answer that was given already. */
    static <T> T await(String what, Supplier<@Nullable T> question) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            T answer = question.get();
            if (answer != null) {
                return answer;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StepFailed("interrupted while waiting for " + what, e);
            }
        }
        throw new StepFailed(what + " did not come");
    }

    static String pretty(JsonNode node) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }

    private HttpRequest.Builder withJson(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(60));
        headers.forEach(request::header);
        return request;
    }

    private static byte[] send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<byte[]> response = HTTP.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() / 100 != 2) {
                String body = new String(response.body(), StandardCharsets.UTF_8);
                throw new StepFailed(
                        "%s %s answered %d: %s"
                                .formatted(
                                        request.method(),
                                        request.uri(),
                                        response.statusCode(),
                                        body.substring(0, Math.min(body.length(), SHOWN))));
            }
            return response.body();
        } catch (IOException e) {
            throw new StepFailed(
                    "%s %s was not answered: %s"
                            .formatted(request.method(), request.uri(), e.getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepFailed("interrupted", e);
        }
    }

    private static JsonNode json(byte[] body) {
        return JSON.readTree(body);
    }
}
