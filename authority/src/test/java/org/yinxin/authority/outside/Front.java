package org.yinxin.authority.outside;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIMessage;
import org.bouncycastle.asn1.cmp.RevReqContent;
import org.bouncycastle.asn1.crmf.CertReqMessages;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.yinxin.pki.certificate.SerialNumber;

/** One address for two servers of which each hands out one half of a pair. It reads where a message belongs and changes nothing. */
final class Front implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Map<Half, Integer> ports;
    private final SerialNumber encryption;
    private final Map<String, Side> transactions = new ConcurrentHashMap<>();

    /**
     * Where a transaction goes, on connections of its own: the server closes one when the transaction is over without saying so
     * before, and the next must not be sent on it.
     */
    private record Side(Half half, HttpClient client) {}

    /** The types of the messages that came by, in their order. */
    final List<Integer> types = new CopyOnWriteArrayList<>();

    Front(Map<Half, Integer> ports, SerialNumber encryption) {
        this.ports = ports;
        this.encryption = encryption;
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

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/pkix/";
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] question = exchange.getRequestBody().readAllBytes();
            Side side = side(question);
            HttpResponse<byte[]> answer =
                    side.client()
                            .send(
                                    HttpRequest.newBuilder(
                                                    URI.create(
                                                            "http://127.0.0.1:"
                                                                    + ports.get(side.half())
                                                                    + "/"))
                                            .header("Content-Type", "application/pkixcmp")
                                            .POST(HttpRequest.BodyPublishers.ofByteArray(question))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofByteArray());
            exchange.getResponseHeaders()
                    .add(
                            "Content-Type",
                            answer.headers().firstValue("Content-Type").orElse("none"));
            exchange.sendResponseHeaders(
                    answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Side side(byte[] question) {
        PKIMessage message = PKIMessage.getInstance(question);
        PKIBody body = message.getBody();
        types.add(body.getType());
        String transaction =
                HexFormat.of().formatHex(message.getHeader().getTransactionID().getOctets());
        return transactions.computeIfAbsent(
                transaction,
                _ ->
                        new Side(
                                half(body),
                                HttpClient.newBuilder()
                                        .version(HttpClient.Version.HTTP_1_1)
                                        .build()));
    }

    private Half half(PKIBody body) {
        return switch (body.getType()) {
            case PKIBody.TYPE_P10_CERT_REQ -> Half.SIGNING;
            case PKIBody.TYPE_REVOCATION_REQ ->
                    RevReqContent.getInstance(body.getContent())
                                    .toRevDetailsArray()[0]
                                    .getCertDetails()
                                    .getSerialNumber()
                                    .getValue()
                                    .equals(encryption.value())
                            ? Half.ENCRYPTION
                            : Half.SIGNING;
            default ->
                    KeyUsage.getInstance(
                                            CertReqMessages.getInstance(body.getContent())
                                                    .toCertReqMsgArray()[0]
                                                    .getCertReq()
                                                    .getCertTemplate()
                                                    .getExtensions()
                                                    .getExtension(Extension.keyUsage)
                                                    .getParsedValue())
                                    .hasUsages(KeyUsage.digitalSignature)
                            ? Half.SIGNING
                            : Half.ENCRYPTION;
        };
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        transactions.values().forEach(side -> side.client().close());
    }
}
