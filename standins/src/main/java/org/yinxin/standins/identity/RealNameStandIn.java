package org.yinxin.standins.identity;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A source of real names. {@code POST /v1/checks/mobile {name, identityNumber, mobile}} and {@code POST
 * /v1/checks/bank-card {name, identityNumber, cardNumber, mobile}} answer {@code {reference, result}}. {@code POST
 * /v1/faces {name, identityNumber, callback}} answers {@code {reference, link, expires}}, where the link is opened on
 * a telephone; {@code GET /v1/faces/{reference}} answers {@code {reference, state}}, and so does a signed call-back.
 *
 * <p>In the place of a camera its page has two buttons. No picture of anybody is ever made.
 */
public final class RealNameStandIn implements AutoCloseable {

    private static final Duration FACE_LIVES = Duration.ofMinutes(10);

    private final Clock clock;
    private final SecureRandom random;
    private final SourceServer server;
    private final FaceNotices notices;
    private final Map<String, Face> faces = new ConcurrentHashMap<>();

    private RealNameStandIn(int port, String secret, Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
        this.server = new SourceServer(port, secret);
        this.notices = new FaceNotices(secret, clock);
        server.post("/v1/checks/mobile", call -> check(call, "mobile"));
        server.post("/v1/checks/bank-card", call -> check(call, "cardNumber"));
        server.post("/v1/faces", this::ask);
        server.get("/v1/faces/", this::standing);
        server.pages("/face/", this::page);
    }

    /**
     * Starts it on the loopback address.
     *
     * @param port 0 for any that is free
     * @param secret what the hall shows, and what call-backs are signed with
     */
    public static RealNameStandIn start(int port, String secret, Clock clock, SecureRandom random) {
        return new RealNameStandIn(port, secret, clock, random);
    }

    public URI baseUrl() {
        return server.baseUrl();
    }

    public Steering steering() {
        return server.steering();
    }

    /** The call-backs. */
    public FaceNotices notices() {
        return notices;
    }

    /** How many requests came in, whatever became of them. */
    public int requests() {
        return server.requests();
    }

    /** The person holds the telephone: yes, it is me, or no. False where there is no such link or it ended. */
    public boolean look(String link, boolean yes) {
        Optional<Face> found = byLink(link).filter(face -> waiting(face));
        if (found.isEmpty()) {
            return false;
        }
        Face.State state =
                yes ? Face.State.valueOf(result(found.get()).name()) : Face.State.MISMATCH;
        Face answered = found.get().with(state);
        faces.put(answered.reference(), answered);
        notices.tell(answered);
        return true;
    }

    /**
     * Sends the result once more, or somebody else does.
     *
     * @return the status the hall answered
     */
    public int tellAgain(String link, String signedWith, Duration age) {
        return notices.send(byLink(link).orElseThrow(), signedWith, age);
    }

    /** Somebody who guesses the secret but not the face says that it matched. */
    public int pretend(String link, String signedWith) {
        return notices.send(
                byLink(link).orElseThrow().with(Face.State.MATCH), signedWith, Duration.ZERO);
    }

    @Override
    public void close() {
        notices.close();
        server.close();
    }

    private boolean waiting(Face face) {
        return face.at(clock.instant()) == Face.State.WAITING;
    }

    private Result result(Face face) {
        return server.steering().result(face.madeUp().result());
    }

    private Reply check(Call call, String needed) {
        if (call.text("name").isBlank()
                || call.text("identityNumber").length() != 18
                || call.text(needed).isBlank()) {
            return Reply.fault(422, "name, identityNumber and " + needed + " are needed");
        }
        Result result = server.steering().result(call.madeUp().result());
        return Reply.of(Map.of("reference", "N-" + call.key(), "result", result.name()));
    }

    private Reply ask(Call call) {
        if (call.text("name").isBlank() || call.text("identityNumber").length() != 18) {
            return Reply.fault(422, "name and identityNumber are needed");
        }
        byte[] secret = new byte[16];
        random.nextBytes(secret);
        Face face =
                new Face(
                        "F-" + call.key(),
                        HexFormat.of().formatHex(secret),
                        call.key(),
                        URI.create(call.text("callback")),
                        clock.instant().plus(FACE_LIVES),
                        call.madeUp(),
                        Face.State.WAITING);
        faces.put(face.reference(), face);
        return Reply.of(
                Map.of(
                        "reference", face.reference(),
                        "link", baseUrl() + "/face/" + face.token(),
                        "expires", face.expires().toString()));
    }

    private Reply standing(Call call) {
        Face face = faces.get(call.path().substring("/v1/faces/".length()));
        return face == null
                ? Reply.fault(404, "no such face")
                : Reply.forNow(
                        Map.of(
                                "reference", face.reference(),
                                "state", face.at(clock.instant()).name()));
    }

    private void page(HttpExchange exchange) throws IOException {
        try (exchange) {
            String link = baseUrl() + exchange.getRequestURI().getPath();
            if (exchange.getRequestMethod().equals("POST")) {
                String form =
                        new String(
                                exchange.getRequestBody().readNBytes(1024), StandardCharsets.UTF_8);
                look(link, form.contains("answer=yes"));
            }
            Optional<Face> face = byLink(link);
            byte[] page =
                    FacePage.of(face.map(it -> it.at(clock.instant())).orElse(null))
                            .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(face.isPresent() ? 200 : 404, page.length);
            exchange.getResponseBody().write(page);
        }
    }

    private Optional<Face> byLink(String link) {
        String token = link.substring(link.lastIndexOf('/') + 1);
        return faces.values().stream().filter(face -> face.token().equals(token)).findFirst();
    }
}
