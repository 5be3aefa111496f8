package org.yinxin.hall.identification.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.identification.source.SourceSettings.Place;
import org.yinxin.pki.key.Sm3;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A source behind HTTP: JSON there and back, a bearer secret, an {@code Idempotency-Key}. Whatever is not a readable
 * answer with status 200 counts as no answer: a fault of ours in a question is no statement about a person.
 */
final class JsonEndpoint {

    private static final int LARGEST = 64 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final @Nullable Place place;
    private final String secret;
    private final HttpClient client;

    JsonEndpoint(@Nullable Place place) {
        this.place = place;
        this.secret = place == null ? "" : read(place);
        var building = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
        this.client =
                place == null
                        ? building.build()
                        : building.connectTimeout(place.connectWithin()).build();
    }

    /** What came back. */
    sealed interface Reply {

        /**
         * An answer.
         *
         * @param digest SM3 of its bytes
         */
        record Read(JsonNode body, String digest) implements Reply {}

        /** None. */
        record None(String reason) implements Reply {}
    }

    /** The secret that this source and we share. */
    String secret() {
        return secret;
    }

    Reply post(String path, UUID key, Map<String, ?> question) {
        return send(
                path,
                request ->
                        request.header("Content-Type", "application/json; charset=utf-8")
                                .header("Idempotency-Key", key.toString())
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                JSON.writeValueAsString(question))));
    }

    Reply get(String path) {
        return send(path, HttpRequest.Builder::GET);
    }

    private interface Filling {
        HttpRequest.Builder fill(HttpRequest.Builder request);
    }

    private Reply send(String path, Filling filling) {
        if (place == null) {
            return new Reply.None("NOT_CONFIGURED");
        }
        String base = place.url().toString().replaceFirst("/+$", "");
        HttpRequest request =
                filling.fill(
                                HttpRequest.newBuilder(URI.create(base + path))
                                        .timeout(place.answerWithin())
                                        .header("Authorization", "Bearer " + secret))
                        .build();
        try {
            HttpResponse<byte[]> response =
                    client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return read(response);
        } catch (IOException e) {
            return new Reply.None(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.None("INTERRUPTED");
        }
    }

    private static Reply read(HttpResponse<byte[]> response) {
        if (response.statusCode() != 200) {
            return new Reply.None("HTTP_" + response.statusCode());
        }
        byte[] body = response.body();
        if (body.length > LARGEST) {
            return new Reply.None("TOO_LARGE");
        }
        try {
            return new Reply.Read(
                    JSON.readTree(new String(body, StandardCharsets.UTF_8)),
                    HexFormat.of().formatHex(Sm3.digest(body)));
        } catch (JacksonException e) {
            return new Reply.None("NO_JSON");
        }
    }

    private static String read(Place place) {
        try {
            return Files.readString(place.secretFile()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(place.secretFile() + " cannot be read", e);
        }
    }
}
