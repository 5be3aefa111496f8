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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One person's view of the open API.
 *
 * @param token who it is; empty for nobody
 * @param origin of whose page a browser would say that it asks; empty for no page
 */
record Client(String address, String token, String origin) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern LINK = Pattern.compile("[?]link=([A-Za-z0-9_-]+)");
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

        /** A header; empty when there is none. */
        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** Why it was refused, in the reader's words; fails when it was not. */
        String refusal() {
            if (status() < 400) {
                throw new AssertionError("this was not refused: " + body());
            }
            return body().path("detail").asString();
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

    Client(String address, String token) {
        this(address, token, "");
    }

    static Client anonymous(String address) {
        return new Client(address, "");
    }

    /** What a page of the hall may ask of a program on the subscriber's computer. */
    static Client fromPageOf(String hall, String address) {
        return new Client(address, "", hall);
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
        return codeAfter(mobile, "", 0);
    }

    /** The newest code in the messages with these words, when there are more of them than there were. */
    String codeAfter(String mobile, String words, int before) {
        return await(
                "a text message with a code to " + mobile,
                () -> {
                    List<String> codes = codes(mobile, words);
                    return codes.size() > before ? Optional.of(codes.getFirst()) : Optional.empty();
                });
    }

    /** All codes of messages with these words, newest first. */
    List<String> codes(String mobile, String words) {
        List<String> codes = new ArrayList<>();
        for (JsonNode message : get("/demo/inbox.json?mobile=" + mobile).expect(200)) {
            String text = message.get("text").asString();
            var digits = CODE.matcher(text);
            if (text.contains(words) && digits.find()) {
                codes.add(digits.group(1));
            }
        }
        return codes;
    }

    /** What is in the newest link that was written to a mail address about a case. */
    String linkTo(String mail, String number) {
        return await(
                "a letter with a link to " + mail,
                () -> {
                    for (JsonNode letter : get("/demo/mail.json?to=" + mail).expect(200)) {
                        var link = LINK.matcher(letter.get("text").asString());
                        if (letter.get("subject").asString().contains(number) && link.find()) {
                            return Optional.of(link.group(1));
                        }
                    }
                    return Optional.empty();
                });
    }

    /** Asks again until there is an answer, for two minutes at least: some of the hall's jobs come by once a minute. */
    static <T> T await(String what, Supplier<Optional<T>> question) {
        for (int attempt = 0; attempt < 600; attempt++) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            pause();
        }
        throw new AssertionError(what + " did not come");
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

    /** Asks for a page or a picture as a browser does, by the cookie of the sign-in. */
    Answer look(String path) {
        return send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Cookie", "yinxin=" + token)
                        .GET());
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
        if (!origin.isEmpty()) {
            request.header("Origin", origin);
        }
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
