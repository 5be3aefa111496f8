package org.yinxin.bench.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Posts to a hall. */
final class Door {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int SERVER_FAULTS = 500;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String address;

    Door(String address) {
        this.address = address;
    }

    /**
     * Posts octets.
     *
     * @param headers names and values in turn
     */
    HttpResponse<byte[]> post(String path, byte[] body, String... headers) throws Crash {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address + path))
                        .timeout(PATIENCE)
                        .headers(headers)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build();
        HttpResponse<byte[]> answer;
        try {
            answer = client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        if (answer.statusCode() >= SERVER_FAULTS) {
            throw new Crash("HTTP " + answer.statusCode());
        }
        if (Insides.areIn(content(answer))) {
            throw new Crash("the answer tells what is inside");
        }
        return answer;
    }

    /** What was answered, without the base64 in which any three letters come together sooner or later. */
    private static byte[] content(HttpResponse<byte[]> answer) {
        boolean isBase64 =
                answer.headers()
                        .firstValue("Content-Transfer-Encoding")
                        .filter("base64"::equalsIgnoreCase)
                        .isPresent();
        return isBase64 ? Insides.decoded(answer.body()) : answer.body();
    }
}
