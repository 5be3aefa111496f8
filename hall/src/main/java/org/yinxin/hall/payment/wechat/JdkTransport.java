package org.yinxin.hall.payment.wechat;

import com.wechat.pay.java.core.Config;
import com.wechat.pay.java.core.exception.HttpException;
import com.wechat.pay.java.core.http.AbstractHttpClient;
import com.wechat.pay.java.core.http.HttpRequest;
import com.wechat.pay.java.core.http.JsonRequestBody;
import com.wechat.pay.java.core.http.OriginalResponse;
import com.wechat.pay.java.core.http.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries the library's signed requests over the JDK's client to wherever the platform is. */
final class JdkTransport extends AbstractHttpClient implements AutoCloseable {

    /** What the library looks up, in the only spelling it finds. */
    private static final List<String> HEADERS =
            List.of(
                    "Request-ID",
                    "Wechatpay-Nonce",
                    "Wechatpay-Serial",
                    "Wechatpay-Signature",
                    "Wechatpay-Signature-Type",
                    "Wechatpay-Timestamp");

    private final HttpClient http;
    private final URI endpoint;
    private final Duration timeout;

    JdkTransport(Config config, URI endpoint, Duration timeout) {
        super(config.createCredential(), config.createValidator());
        this.endpoint = endpoint;
        this.timeout = timeout;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(timeout)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    @Override
    protected String getHttpClientInfo() {
        return "jdk";
    }

    @Override
    protected OriginalResponse innerExecute(HttpRequest request) {
        var outgoing =
                java.net.http.HttpRequest.newBuilder(redirected(request.getUri()))
                        .timeout(timeout)
                        .method(request.getHttpMethod().name(), content(request.getBody()));
        request.getHeaders().getHeaders().forEach(outgoing::header);
        try {
            HttpResponse<String> answer = http.send(outgoing.build(), BodyHandlers.ofString());
            Map<String, String> headers = new HashMap<>();
            for (String name : HEADERS) {
                answer.headers().firstValue(name).ifPresent(value -> headers.put(name, value));
            }
            return new OriginalResponse.Builder()
                    .request(request)
                    .headers(headers)
                    .statusCode(answer.statusCode())
                    .contentType(answer.headers().firstValue("Content-Type").orElse(null))
                    .body(answer.body())
                    .build();
        } catch (IOException e) {
            throw new HttpException("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HttpException("interrupted", e);
        }
    }

    @Override
    protected InputStream innerDownload(HttpRequest request) {
        throw new UnsupportedOperationException("bills are not downloaded yet");
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    /** The signature is over path and query, so only the rest may change. */
    private URI redirected(URI asked) {
        String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        return endpoint.resolve(asked.getRawPath() + query);
    }

    private static BodyPublisher content(@Nullable RequestBody body) {
        return switch (body) {
            case null -> BodyPublishers.noBody();
            case JsonRequestBody json -> BodyPublishers.ofString(json.getBody());
            default -> throw new UnsupportedOperationException("only JSON is sent");
        };
    }
}
