package org.yinxin.hall.payment.wechat;

import com.wechat.pay.java.core.Config;
import com.wechat.pay.java.core.exception.HttpException;
import com.wechat.pay.java.core.http.AbstractHttpClient;
import com.wechat.pay.java.core.http.HttpMethod;
import com.wechat.pay.java.core.http.HttpRequest;
import com.wechat.pay.java.core.http.JsonRequestBody;
import com.wechat.pay.java.core.http.OriginalResponse;
import com.wechat.pay.java.core.http.RequestBody;
import com.wechat.pay.java.core.util.GsonUtil;
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

/**
 * Carries the library's signed requests over the JDK's client to wherever the platform is. The library's own service
 * class is not used: it cannot be loaded without OkHttp, and its host name is fixed.
 */
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

    private static final String JSON = "application/json";

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

    /** Sends a signed request and answers what came back, verified. */
    <T> T get(String pathAndQuery, Class<T> answer) {
        return execute(request(HttpMethod.GET, pathAndQuery).build(), answer).getServiceResponse();
    }

    /** Sends a signed request and answers what came back, verified. */
    <T> T post(String path, Object content, Class<T> answer) {
        return execute(posting(path, content), answer).getServiceResponse();
    }

    /** Sends a signed request whose answer is empty. */
    void post(String path, Object content) {
        var _ = execute(posting(path, content), null);
    }

    private HttpRequest posting(String path, Object content) {
        return request(HttpMethod.POST, path)
                .addHeader("Content-Type", JSON)
                .body(new JsonRequestBody.Builder().body(GsonUtil.toJson(content)).build())
                .build();
    }

    private HttpRequest.Builder request(HttpMethod method, String pathAndQuery) {
        return new HttpRequest.Builder()
                .httpMethod(method)
                .url(endpoint.resolve(pathAndQuery).toString())
                .addHeader("Accept", JSON);
    }

    @Override
    protected String getHttpClientInfo() {
        return "jdk";
    }

    @Override
    protected OriginalResponse innerExecute(HttpRequest request) {
        var outgoing =
                java.net.http.HttpRequest.newBuilder(request.getUri())
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

    private static BodyPublisher content(@Nullable RequestBody body) {
        return switch (body) {
            case null -> BodyPublishers.noBody();
            case JsonRequestBody json -> BodyPublishers.ofString(json.getBody());
            default -> throw new UnsupportedOperationException("only JSON is sent");
        };
    }
}
