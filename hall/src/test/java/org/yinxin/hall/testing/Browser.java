package org.yinxin.hall.testing;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One person at one computer: keeps cookies, fills in the hidden secret of the last page's form, and can call the API. */
public final class Browser {

    private static final Pattern SECRET =
            Pattern.compile(
                    "name=\"_csrf\" value=\"([^\"]+)\"|<meta name=\"csrf\" content=\"([^\"]+)\"");

    private final HallServer hall;
    private final HttpClient client = HallServer.client();
    private @Nullable String secret;
    private @Nullable String bearer;

    Browser(HallServer hall) {
        this.hall = hall;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** Posts a form as the last page would have. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        String body =
                fields.entrySet().stream()
                        .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
                        .collect(Collectors.joining("&"));
        if (secret != null) {
            body += (body.isEmpty() ? "" : "&") + "_csrf=" + encode(secret);
        }
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
    }

    /** Posts a form that comes from somewhere else. */
    public HttpResponse<String> forge(String path) {
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("a=b")));
    }

    public HttpResponse<String> call(String method, String path, @Nullable String json) {
        var request = request(path).header("Accept", "application/json");
        if (json == null) {
            return send(request.method(method, BodyPublishers.noBody()));
        }
        return send(
                request.header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(json)));
    }

    /** From now on every request bears this token. */
    public Browser bear(@Nullable String token) {
        this.bearer = token;
        return this;
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            Matcher found = SECRET.matcher(response.body());
            if (found.find()) {
                secret = found.group(1) == null ? found.group(2) : found.group(1);
            }
            return response;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(hall.url(path));
        return bearer == null ? request : request.header("Authorization", "Bearer " + bearer);
    }

    /** As the scripts of the last page would ask: with its secret in the header. */
    public HttpRequest.Builder scripted(String path) {
        return request(path).header("X-XSRF-TOKEN", Objects.requireNonNull(secret));
    }

    public static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
