package org.yinxin.standins.wechat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The running stand-in. It keeps its books in memory: after a restart it knows no order of before, as a test platform
 * that was wiped.
 */
public final class WeChatPayStandIn implements AutoCloseable {

    private static final String BY_NUMBER = "/v3/pay/transactions/out-trade-no/";
    private static final String REFUNDS = "/v3/refund/domestic/refunds";
    private static final int LARGEST_BODY = 64 * 1024;

    private final Settings settings;
    private final Keys keys;
    private final Trades trades = new Trades();
    private final Steering steering = new Steering();
    private final Notices notices;
    private final Payer payer;
    private final NativeOrders orders;
    private final Refunds refunds;
    private final MerchantRequests requests;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private WeChatPayStandIn(Settings settings) throws IOException {
        this.settings = settings;
        this.keys = new Keys(settings.keys(), settings.random());
        this.notices = new Notices(keys, settings.clock(), settings.retries());
        this.payer = new Payer(keys, trades, notices, steering, settings.clock());
        this.orders = new NativeOrders(keys, trades, settings.clock());
        this.refunds = new Refunds(keys, trades, notices, steering, settings.clock());
        this.requests = new MerchantRequests(keys, settings.signing());
        this.server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()),
                        0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Starts it on the loopback address. */
    public static WeChatPayStandIn start(Settings settings) {
        try {
            return new WeChatPayStandIn(settings);
        } catch (IOException e) {
            throw new UncheckedIOException("the WeChat Pay stand-in cannot listen", e);
        }
    }

    /** Where a merchant finds the interface instead of {@code https://api.mch.weixin.qq.com}. */
    public URI baseUrl() {
        return URI.create(
                "http://"
                        + server.getAddress().getAddress().getHostAddress()
                        + ":"
                        + server.getAddress().getPort());
    }

    /** What the one merchant needs to talk to it. */
    public Merchant merchant() {
        return keys.merchant();
    }

    public Payer payer() {
        return payer;
    }

    public Refunds refunds() {
        return refunds;
    }

    public Steering steering() {
        return steering;
    }

    /** How many orders were paid since the start. */
    public int paidOrders() {
        return trades.paid();
    }

    /** How many orders were placed since the start. */
    public int placedOrders() {
        return trades.all();
    }

    /** How many notifications the merchant has answered with success. */
    public int acknowledgedNotifications() {
        return notices.acknowledged();
    }

    @Override
    public void close() {
        server.stop(0);
        notices.close();
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(
                            exchange.getRequestBody().readNBytes(LARGEST_BODY),
                            StandardCharsets.UTF_8);
            switch (steering.answering()) {
                case Steering.Answering.Normal() -> answer(exchange, route(exchange, body), false);
                case Steering.Answering.Slow(var wait) -> {
                    if (waited(wait.toMillis())) {
                        answer(exchange, route(exchange, body), false);
                    }
                }
                case Steering.Answering.Dead() -> {}
                case Steering.Answering.DoneButSilent() -> route(exchange, body);
                case Steering.Answering.Faulty() ->
                        answer(exchange, Answer.error(500, "SYSTEM_ERROR", "系统异常，请稍后重试"), false);
                case Steering.Answering.ForgedAnswer() ->
                        answer(exchange, route(exchange, body), true);
            }
        }
    }

    private Answer route(HttpExchange exchange, String body) {
        URI uri = exchange.getRequestURI();
        String pathAndQuery =
                uri.getRawQuery() == null
                        ? uri.getRawPath()
                        : uri.getRawPath() + "?" + uri.getRawQuery();
        String method = exchange.getRequestMethod();
        Optional<Answer> fault =
                requests.fault(
                        method,
                        pathAndQuery,
                        body,
                        exchange.getRequestHeaders().getFirst("Authorization"));
        if (fault.isPresent()) {
            return fault.get();
        }
        String path = uri.getPath();
        if (method.equals("POST") && path.equals("/v3/pay/transactions/native")) {
            return orders.place(body);
        }
        if (method.equals("POST") && path.equals(REFUNDS)) {
            return refunds.apply(body);
        }
        if (method.equals("GET") && path.startsWith(REFUNDS + "/")) {
            return refunds.query(path.substring(REFUNDS.length() + 1));
        }
        if (path.startsWith(BY_NUMBER)) {
            String rest = path.substring(BY_NUMBER.length());
            if (method.equals("GET")) {
                String query = uri.getQuery() == null ? "" : uri.getQuery();
                return orders.query(
                        rest, query.replaceFirst("^mchid=", ""), refunds.refunded(rest) > 0);
            }
            if (method.equals("POST") && rest.endsWith("/close")) {
                return orders.close(rest.substring(0, rest.length() - "/close".length()), body);
            }
        }
        return Answer.error(404, "RESOURCE_NOT_EXISTS", "请求的资源不存在");
    }

    private void answer(HttpExchange exchange, Answer answer, boolean forged) throws IOException {
        String timestamp = Long.toString(settings.signing().instant().getEpochSecond());
        String nonce = keys.text(32);
        String signed = timestamp + "\n" + nonce + "\n" + answer.body() + "\n";
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json; charset=utf-8");
        headers.set("Request-ID", keys.text(32));
        headers.set("Wechatpay-Nonce", nonce);
        headers.set("Wechatpay-Serial", keys.merchant().platformPublicKeyId());
        headers.set("Wechatpay-Signature", keys.sign(signed, forged));
        headers.set("Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048");
        headers.set("Wechatpay-Timestamp", timestamp);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
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
