package org.yinxin.standins.identity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What all sources have in common: the secret, the keys that were answered before, and the ways to fail. */
final class SourceServer implements AutoCloseable {

    private static final int LARGEST_BODY = 16 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String secret;
    private final Steering steering = new Steering();
    private final Map<String, Reply> answered = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    SourceServer(int port, String secret) {
        this.secret = secret;
        try {
            this.server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("a stand-in cannot listen", e);
        }
        server.setExecutor(threads);
        server.start();
    }

    /** Answers questions that are posted to a path under an idempotency key. */
    void post(String path, Function<Call, Reply> answer) {
        server.createContext(path, exchange -> handle(exchange, "POST", answer));
    }

    /** Answers whatever lies below a path. */
    void get(String path, Function<Call, Reply> answer) {
        server.createContext(path, exchange -> handle(exchange, "GET", answer));
    }

    /** Shows pages to people, without a secret. */
    void pages(String path, com.sun.net.httpserver.HttpHandler pages) {
        server.createContext(path, pages);
    }

    URI baseUrl() {
        return URI.create(
                "http://"
                        + server.getAddress().getAddress().getHostAddress()
                        + ":"
                        + server.getAddress().getPort());
    }

    Steering steering() {
        return steering;
    }

    String secret() {
        return secret;
    }

    int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange, String method, Function<Call, Reply> answer)
            throws IOException {
        try (exchange) {
            byte[] sent = exchange.getRequestBody().readNBytes(LARGEST_BODY);
            requests.incrementAndGet();
            switch (steering.behaviour()) {
                case Steering.Behaviour.Normal() -> reply(exchange, method, sent, answer);
                case Steering.Behaviour.Slow(Duration delay) -> {
                    if (waited(delay)) {
                        reply(exchange, method, sent, answer);
                    }
                }
                case Steering.Behaviour.Dead() -> {}
                case Steering.Behaviour.DoneButSilent() -> made(exchange, method, sent, answer);
                case Steering.Behaviour.Answers(int status, String body) ->
                        send(exchange, status, body);
            }
        }
    }

    private void reply(
            HttpExchange exchange, String method, byte[] sent, Function<Call, Reply> answer)
            throws IOException {
        Reply reply = made(exchange, method, sent, answer);
        if (reply != null) {
            send(exchange, reply.status(), JSON.writeValueAsString(reply.body()));
        }
    }

    /** Null when the values of the question choose that nothing is answered. */
    private @Nullable Reply made(
            HttpExchange exchange, String method, byte[] sent, Function<Call, Reply> answer) {
        if (!exchange.getRequestMethod().equals(method)) {
            return Reply.fault(405, method + " is expected");
        }
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (!("Bearer " + secret).equals(authorization)) {
            return Reply.fault(401, "the secret is wrong");
        }
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        JsonNode body = method.equals("POST") ? parse(sent) : JSON.createObjectNode();
        if (body == null || (key == null && method.equals("POST"))) {
            return Reply.fault(400, "the question cannot be read");
        }
        MadeUp madeUp = MadeUp.of(body);
        if (madeUp == MadeUp.DEAD || (madeUp == MadeUp.SLOW && !waited(MadeUp.SLOWNESS))) {
            return null;
        }
        Call call =
                new Call(exchange.getRequestURI().getPath(), key == null ? "" : key, body, madeUp);
        return key == null ? answer.apply(call) : once(call, answer);
    }

    private Reply once(Call call, Function<Call, Reply> answer) {
        Reply before = answered.get(call.key());
        if (before != null) {
            return before;
        }
        Reply reply = answer.apply(call);
        if (reply.last()) {
            answered.put(call.key(), reply);
        }
        return reply;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static @Nullable JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(new String(body, StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            return null;
        }
    }

    private static boolean waited(Duration delay) {
        try {
            Thread.sleep(delay);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
