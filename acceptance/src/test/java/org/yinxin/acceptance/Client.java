package org.yinxin.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One person's view of the open API: a base address, perhaps a token. */
record Client(String address, String token) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What came back. */
    static final class Answer {
        private final HttpResponse<byte[]> response;

        private Answer(HttpResponse<byte[]> response) {
            this.response = response;
        }

        int status() {
            return response.statusCode();
        }

        byte[] bytes() {
            return response.body();
        }

        /** The body as JSON; a missing node when it is something else. */
        JsonNode body() {
            boolean json =
                    response.headers().firstValue("Content-Type").orElse("").contains("json");
            return json ? JSON.readTree(response.body()) : JSON.getNodeFactory().missingNode();
        }

        JsonNode expect(int status) {
            if (status() != status) {
                throw new AssertionError(
                        response.request().method()
                                + " "
                                + response.uri()
                                + ": expected "
                                + status
                                + " but got "
                                + status()
                                + ": "
                                + new String(bytes(), StandardCharsets.UTF_8));
            }
            return body();
        }
    }

    static Client anonymous(String address) {
        return new Client(address, "");
    }

    /** Signs in as the holder of a mobile number, reading the code off the test telephone. */
    static Client subscriber(String address, String mobile) {
        Client nobody = anonymous(address);
        nobody.post("/api/v1/sign-in/codes", Map.of("mobile", mobile)).expect(202);
        String code = nobody.latestCode(mobile);
        JsonNode signedIn =
                nobody.post("/api/v1/sign-in", Map.of("mobile", mobile, "code", code)).expect(200);
        return new Client(address, signedIn.get("token").asString());
    }

    static Client staff(String address, String name, String password) {
        JsonNode signedIn =
                anonymous(address)
                        .post("/api/v1/staff/sign-in", Map.of("name", name, "password", password))
                        .expect(200);
        return new Client(address, signedIn.get("token").asString());
    }

    /** The six digits of the newest text message to a number; messages are sent behind the answer, so it waits a little. */
    String latestCode(String mobile) {
        for (int attempt = 0; attempt < 100; attempt++) {
            for (JsonNode message : get("/demo/inbox.json?mobile=" + mobile).expect(200)) {
                var digits = CODE.matcher(message.get("text").asString());
                if (digits.find()) {
                    return digits.group(1);
                }
            }
            pause();
        }
        throw new AssertionError("no text message with a code came to " + mobile);
    }

    static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, Map<String, ?> body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    Answer put(String path, Map<String, ?> body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    Answer put(String path, String contentType, byte[] body) {
        return send(
                request(path)
                        .header("Content-Type", contentType)
                        .PUT(BodyPublishers.ofByteArray(body)));
    }

    Answer post(String path, String contentType, byte[] body) {
        return send(
                request(path)
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofByteArray(body)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
