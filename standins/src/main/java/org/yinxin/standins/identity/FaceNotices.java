package org.yinxin.standins.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the hall the result of a face: signed with HMAC-SHA256 over time stamp, line feed, body, in hexadecimal. A
 * test may have it sent under another secret, with an old stamp, twice, or not at all.
 */
public final class FaceNotices implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FaceNotices.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String secret;
    private final Clock clock;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private volatile boolean silent;
    private volatile @Nullable URI elsewhere;

    FaceNotices(String secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /** From now on results are only given to whoever asks. */
    public void fallSilent(boolean silent) {
        this.silent = silent;
    }

    /** From now on results go to this address, for a hall that learns its own only when it has started. */
    public void redirect(URI address) {
        this.elsewhere = address;
    }

    void tell(Face face) {
        if (silent || !address(face).isAbsolute()) {
            return;
        }
        try {
            send(face, secret, Duration.ZERO);
        } catch (UncheckedIOException e) {
            LOG.info("the hall did not hear of face {}", face.reference());
        }
    }

    int send(Face face, String signedWith, Duration age) {
        String body =
                JSON.writeValueAsString(
                        Map.of(
                                "key", face.key(),
                                "reference", face.reference(),
                                "state", face.state().name()));
        String stamp = Long.toString(clock.instant().minus(age).getEpochSecond());
        HttpRequest request =
                HttpRequest.newBuilder(address(face))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .header("Identity-Timestamp", stamp)
                        .header("Identity-Signature", signature(signedWith, stamp + "\n" + body))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private URI address(Face face) {
        URI redirected = elsewhere;
        return redirected == null ? face.callback() : redirected;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private static String signature(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
