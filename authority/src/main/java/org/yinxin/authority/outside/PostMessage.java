package org.yinxin.authority.outside;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.yinxin.authority.cmp.CmpMessage;
import org.yinxin.authority.outside.OutsideSettings.Limits;

/** Carries one message to an authority and its answer back (RFC 9811). */
final class PostMessage {

    private static final String TYPE = "application/pkixcmp";

    /** What came of it. */
    sealed interface Delivery {

        /** An answer, whatever it is worth. */
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Answered(byte[] message) implements Delivery {}

        /** There was no connection: nothing has been sent. */
        record NotSent(String why) implements Delivery {}

        /** It may have been sent, and no usable answer came. */
        record Silent(String why) implements Delivery {}
    }

    private final HttpClient client;

    PostMessage(Duration connect) {
        // A redirection would take the message to somebody whom nobody has set up.
        client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(connect)
                        .build();
    }

    Delivery post(URI address, Limits limits, byte[] message) {
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .header("Content-Type", TYPE)
                        .header("Accept", TYPE)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(message))
                        .build();
        // The client's own time-out ends with the headers of the answer; this one with its last
        // octet.
        CompletableFuture<HttpResponse<byte[]>> sent =
                client.sendAsync(
                        request,
                        HttpResponse.BodyHandlers.limiting(
                                HttpResponse.BodyHandlers.ofByteArray(), CmpMessage.MOST_BYTES));
        Duration most = limits.connect().plus(limits.answer());
        try {
            return read(sent.get(most.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            sent.cancel(true);
            return new Delivery.Silent("no whole answer came within " + most);
        } catch (ExecutionException e) {
            return failed(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            return new Delivery.Silent("interrupted while waiting for the answer");
        }
    }

    private static Delivery failed(Throwable fault) {
        String why = fault.getClass().getSimpleName() + ": " + fault.getMessage();
        return switch (fault) {
            case ConnectException e -> new Delivery.NotSent("no connection: " + e);
            case HttpConnectTimeoutException e -> new Delivery.NotSent("no connection: " + e);
            case UnresolvedAddressException e -> new Delivery.NotSent("no such host: " + e);
            case IOException _ -> new Delivery.Silent("the connection broke: " + why);
            default -> throw new IllegalStateException("an answer could not be waited for", fault);
        };
    }

    private static Delivery read(HttpResponse<byte[]> response) {
        String type =
                response.headers()
                        .firstValue("Content-Type")
                        .orElse("none")
                        .toLowerCase(Locale.ROOT)
                        .split(";", 2)[0]
                        .strip();
        if (response.statusCode() != 200) {
            return new Delivery.Silent("HTTP says " + response.statusCode());
        }
        return type.equals(TYPE)
                ? new Delivery.Answered(response.body())
                : new Delivery.Silent("the answer is of the type " + type + " and not " + TYPE);
    }
}
