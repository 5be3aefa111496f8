package org.yinxin.keyagent.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.yinxin.keyagent.medium.KeyMedium;

/** The HTTP server on 127.0.0.1. It listens on no other address, whatever the settings. */
public final class LoopbackServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(LoopbackServer.class.getName());
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int MOST_BYTES = 64 * 1024;

    private final HttpServer server;
    private final ExecutorService threads;
    private final Origins origins;
    private final Doors doors;

    private LoopbackServer(HttpServer server, Set<String> allowed, Doors doors) {
        this.server = server;
        this.threads = Executors.newVirtualThreadPerTaskExecutor();
        this.origins = new Origins(allowed, server.getAddress().getPort());
        this.doors = doors;
    }

    /**
     * Starts to listen.
     *
     * @param port 0 for any that is free
     */
    public static LoopbackServer start(
            int port, Set<String> allowed, KeyMedium medium, SecureRandom random, String version)
            throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port);
        LoopbackServer agent =
                new LoopbackServer(
                        HttpServer.create(address, 0), allowed, new Doors(medium, random, version));
        agent.server.setExecutor(agent.threads);
        agent.server.createContext("/", agent::serve);
        agent.server.start();
        return agent;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Headers response = exchange.getResponseHeaders();
            response.set("Cache-Control", "no-store");
            response.set("X-Content-Type-Options", "nosniff");
            origins.allowReading(exchange.getRequestHeaders(), response);
            send(exchange, answerOrFail(exchange));
        }
    }

    /** The outermost edge: whatever fails, the page learns no more than that it failed. */
    private Answer answerOrFail(HttpExchange exchange) throws IOException {
        try {
            return answer(exchange);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a request failed", e);
            return Answer.denied(Refusal.FAILED);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        Headers request = exchange.getRequestHeaders();
        String method = exchange.getRequestMethod();
        List<String> path = pathOf(exchange);
        if (!origins.isOurHost(request)) {
            return Answer.denied(Refusal.FOREIGN_HOST);
        }
        boolean harmless = method.equals("GET") && path.equals(List.of("v1", "about"));
        if (!origins.isAllowed(request) && !(harmless && origins.isAbsent(request))) {
            return Answer.denied(Refusal.FOREIGN_ORIGIN);
        }
        if (method.equals("OPTIONS")) {
            origins.allowRequest(request, exchange.getResponseHeaders());
            return new Answer.Given(204, Map.of());
        }
        if (!method.equals("POST")) {
            return doors.open(method, path, JsonBody.EMPTY);
        }
        String type = request.getFirst("Content-Type");
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
            return Answer.denied(Refusal.NOT_JSON);
        }
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return Answer.denied(Refusal.TOO_LARGE);
        }
        return JsonBody.parse(body)
                .map(json -> doors.open(method, path, json))
                .orElseGet(() -> Answer.denied(Refusal.MALFORMED));
    }

    private static List<String> pathOf(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return path == null ? List.of() : Arrays.stream(path.split("/", 12)).skip(1).toList();
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        switch (answer) {
            case Answer.Given(int status, Object json) -> {
                if (status == 204) {
                    exchange.sendResponseHeaders(status, -1);
                } else {
                    send(exchange, status, "application/json", json);
                }
            }
            case Answer.Denied(Refusal refusal, int triesLeft) -> {
                Map<String, Object> problem = new LinkedHashMap<>();
                problem.put("status", refusal.status());
                problem.put("code", refusal.name());
                problem.put(
                        "detail",
                        Words.of(
                                refusal, exchange.getRequestHeaders().getFirst("Accept-Language")));
                if (triesLeft >= 0) {
                    problem.put("triesLeft", triesLeft);
                }
                send(exchange, refusal.status(), "application/problem+json", problem);
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String type, Object json)
            throws IOException {
        byte[] body = JsonBody.write(json);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
