package org.yinxin.authority;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Lets programs that are not ours speak to controllers over a real connection. */
public final class HttpBridge implements AutoCloseable {

    private final MockMvc controllers;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    public HttpBridge(MockMvc controllers) {
        this.controllers = controllers;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String address() {
        return "http://127.0.0.1:" + port();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            var request =
                    request(
                                    HttpMethod.valueOf(exchange.getRequestMethod()),
                                    exchange.getRequestURI())
                            .content(body);
            exchange.getRequestHeaders()
                    .forEach((name, values) -> request.header(name, values.toArray()));
            MockHttpServletResponse answer = controllers.perform(request).andReturn().getResponse();
            for (String name : answer.getHeaderNames()) {
                if (!name.equalsIgnoreCase("Content-Length")) {
                    exchange.getResponseHeaders()
                            .put(name, answer.getHeaders(name).stream().toList());
                }
            }
            byte[] content = answer.getContentAsByteArray();
            exchange.sendResponseHeaders(
                    answer.getStatus(), content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
