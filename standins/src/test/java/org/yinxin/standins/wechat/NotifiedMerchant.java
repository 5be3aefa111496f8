package org.yinxin.standins.wechat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The merchant's notify_url: keeps what it gets and answers what it is told. */
final class NotifiedMerchant implements AutoCloseable {

    record Heard(String timestamp, String nonce, String signature, String serial, String body) {}

    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final HttpServer server;

    NotifiedMerchant() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/notify",
                exchange -> {
                    try (exchange) {
                        var headers = exchange.getRequestHeaders();
                        String body =
                                new String(
                                        exchange.getRequestBody().readAllBytes(),
                                        StandardCharsets.UTF_8);
                        exchange.sendResponseHeaders(
                                refusals.getAndDecrement() > 0 ? 500 : 200, -1);
                        heard.add(
                                new Heard(
                                        headers.getFirst("Wechatpay-Timestamp"),
                                        headers.getFirst("Wechatpay-Nonce"),
                                        headers.getFirst("Wechatpay-Signature"),
                                        headers.getFirst("Wechatpay-Serial"),
                                        body));
                    }
                });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/notify";
    }

    void refuse(int times) {
        refusals.set(times);
    }

    Heard next() throws InterruptedException {
        Heard next = heard.poll(3, TimeUnit.MINUTES);
        if (next == null) {
            throw new AssertionError("no notification came");
        }
        return next;
    }

    boolean hearsNothingFor(long millis) throws InterruptedException {
        return heard.poll(millis, TimeUnit.MILLISECONDS) == null;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
