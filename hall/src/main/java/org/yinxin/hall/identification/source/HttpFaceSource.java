package org.yinxin.hall.identification.source;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.key.Sm3;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Faces at the source of real names: {@code POST /v1/faces} gives a link, {@code GET /v1/faces/{reference}} tells how
 * it stands. A call-back bears {@code Identity-Timestamp} and {@code Identity-Signature}, HMAC-SHA256 under the shared
 * secret over stamp, line feed and body; older than five minutes it is not believed.
 */
final class HttpFaceSource implements FaceSource {

    private static final Duration OLDEST = Duration.ofMinutes(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonEndpoint endpoint;
    private final @Nullable URI callback;
    private final Clock clock;

    HttpFaceSource(JsonEndpoint endpoint, @Nullable URI callback, Clock clock) {
        this.endpoint = endpoint;
        this.callback = callback;
        this.clock = clock;
    }

    @Override
    public Offer offer(UUID key, Question.Face question) {
        JsonEndpoint.Reply reply =
                endpoint.post(
                        "/v1/faces",
                        key,
                        Map.of(
                                "name", question.name(),
                                "identityNumber", question.identityNumber(),
                                "callback", callback == null ? "" : callback.toString()));
        return switch (reply) {
            case JsonEndpoint.Reply.Read(JsonNode body, String _) -> link(body);
            case JsonEndpoint.Reply.None(String reason) -> new Offer.Unavailable(reason);
        };
    }

    private static Offer link(JsonNode body) {
        try {
            URI link = URI.create(body.path("link").asString(""));
            Instant expires = Instant.parse(body.path("expires").asString(""));
            String reference = HttpIdentitySource.reference(body);
            boolean web = "http".equals(link.getScheme()) || "https".equals(link.getScheme());
            return web && !reference.isEmpty()
                    ? new Offer.Link(reference, link, expires)
                    : new Offer.Unavailable("NO_LINK");
        } catch (IllegalArgumentException | DateTimeException e) {
            return new Offer.Unavailable("NO_LINK");
        }
    }

    @Override
    public Standing ask(String reference) {
        return switch (endpoint.get("/v1/faces/" + reference)) {
            case JsonEndpoint.Reply.Read(JsonNode body, String digest) -> standing(body, digest);
            case JsonEndpoint.Reply.None(String reason) -> new Standing.Unavailable(reason);
        };
    }

    @Override
    public Reading read(String stamp, String signature, String body) {
        if (endpoint.secret().isEmpty()
                || !MessageDigest.isEqual(
                        signed(stamp + "\n" + body).getBytes(StandardCharsets.UTF_8),
                        signature.getBytes(StandardCharsets.UTF_8))) {
            return new Reading.Forged("SIGNATURE");
        }
        if (age(stamp).filter(age -> age.abs().compareTo(OLDEST) <= 0).isEmpty()) {
            return new Reading.Forged("AGE");
        }
        try {
            JsonNode told = JSON.readTree(body);
            String digest =
                    HexFormat.of().formatHex(Sm3.digest(body.getBytes(StandardCharsets.UTF_8)));
            return new Reading.Told(
                    UUID.fromString(told.path("key").asString("")),
                    HttpIdentitySource.reference(told),
                    standing(told, digest));
        } catch (JacksonException | IllegalArgumentException e) {
            return new Reading.Forged("CONTENT");
        }
    }

    private static Standing standing(JsonNode body, String digest) {
        String state = body.path("state").asString("");
        return switch (state) {
            case "WAITING" -> new Standing.Waiting();
            case "EXPIRED" -> new Standing.Expired();
            default ->
                    HttpIdentitySource.result(state)
                            .<Standing>map(
                                    result ->
                                            new Standing.Compared(
                                                    new Answer.Found(
                                                            result,
                                                            HttpIdentitySource.reference(body),
                                                            digest)))
                            .orElseGet(() -> new Standing.Unavailable("NO_STATE"));
        };
    }

    private Optional<Duration> age(String stamp) {
        try {
            return Optional.of(
                    Duration.between(
                            Instant.ofEpochSecond(Long.parseLong(stamp)), clock.instant()));
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private String signed(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec(
                            endpoint.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
