package org.yinxin.standins.sms;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running stand-in. It keeps the newest messages in memory and forgets them when it is closed. */
public final class SmsGatewayStandIn implements AutoCloseable {

    private static final int KEPT = 1000;
    private static final int LARGEST_BODY = 16 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Clock clock;
    private final SmsSteering steering = new SmsSteering();
    private final ArrayDeque<CaughtMessage> messages = new ArrayDeque<>();
    private final Set<String> known = new HashSet<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private SmsGatewayStandIn(int port, Clock clock) throws IOException {
        this.clock = clock;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/v1/messages", this::handle);
        server.start();
    }

    /**
     * Starts it on the loopback address.
     *
     * @param port 0 for any that is free
     */
    public static SmsGatewayStandIn start(int port, Clock clock) {
        try {
            return new SmsGatewayStandIn(port, clock);
        } catch (IOException e) {
            throw new UncheckedIOException("the SMS stand-in cannot listen", e);
        }
    }

    public URI baseUrl() {
        return URI.create(
                "http://"
                        + server.getAddress().getAddress().getHostAddress()
                        + ":"
                        + server.getAddress().getPort());
    }

    public SmsSteering steering() {
        return steering;
    }

    /** Everything that reached a telephone, newest first. */
    public List<CaughtMessage> messages() {
        synchronized (messages) {
            return List.copyOf(messages);
        }
    }

    /** What reached one telephone, newest first. */
    public List<CaughtMessage> messagesTo(String mobile) {
        return messages().stream().filter(each -> each.mobile().equals(mobile)).toList();
    }

    /** How many requests came in, whatever became of them. */
    public int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY);
            requests.incrementAndGet();
            switch (steering.behaviour()) {
                case SmsSteering.Behaviour.Normal() ->
                        exchange.sendResponseHeaders(take(exchange, body, 1), -1);
                case SmsSteering.Behaviour.Slow(var delay) -> {
                    if (waited(delay.toMillis())) {
                        exchange.sendResponseHeaders(take(exchange, body, 1), -1);
                    }
                }
                case SmsSteering.Behaviour.Dead() -> {}
                case SmsSteering.Behaviour.DoneButSilent() -> take(exchange, body, 1);
                case SmsSteering.Behaviour.Twice() ->
                        exchange.sendResponseHeaders(take(exchange, body, 2), -1);
                case SmsSteering.Behaviour.Answers(int status) ->
                        exchange.sendResponseHeaders(status, -1);
            }
        }
    }

    /** Delivers it, unless it was delivered before, and answers the status. */
    private int take(HttpExchange exchange, byte[] body, int copies) {
        if (!exchange.getRequestMethod().equals("POST")) {
            return 405;
        }
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        JsonNode message = parse(body);
        if (key == null || message == null) {
            return 400;
        }
        String mobile = message.path("mobile").asString("");
        String text = message.path("text").asString("");
        if (!mobile.matches("1[0-9]{10}") || text.isBlank()) {
            return 422;
        }
        synchronized (messages) {
            if (known.add(key)) {
                for (int copy = 0; copy < copies; copy++) {
                    messages.addFirst(new CaughtMessage(clock.instant(), key, mobile, text));
                }
                while (messages.size() > KEPT) {
                    messages.removeLast();
                }
            }
        }
        return 202;
    }

    private static @Nullable JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(new String(body, StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            return null;
        }
    }

    private static boolean waited(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
