package org.yinxin.bench.asking;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yinxin.bench.asking.Question.Asked;
import org.yinxin.bench.asking.Question.Face;
import org.yinxin.bench.asking.Question.Reader;

/** The hall over HTTP, for everybody who asks. */
final class Door {

    private static final Pattern CSRF_FIELD =
            Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern CSRF_COOKIE = Pattern.compile("(XSRF-TOKEN=[^;]+)");
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    private final String address;
    private final Map<Reader, String> tokens;
    private final Map<Reader, Csrf> forms = new EnumMap<>(Reader.class);
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();

    /** What a page's form carries so that no other site can send it. */
    private record Csrf(String cookie, String field) {}

    Door(String address, Map<Reader, String> tokens) {
        this.address = address;
        this.tokens = new EnumMap<>(tokens);
    }

    /** Reads the search page once, whose form is then sent as often as one likes. */
    void readForms() {
        for (Reader reader : new Reader[] {Reader.ENTRY}) {
            HttpResponse<byte[]> page =
                    send(request(reader, Face.PAGE, new Asked("/staff/search", null)));
            String cookie =
                    page.headers().allValues("Set-Cookie").stream()
                            .map(CSRF_COOKIE::matcher)
                            .filter(Matcher::find)
                            .map(found -> found.group(1))
                            .findFirst()
                            .orElseThrow();
            Matcher field = CSRF_FIELD.matcher(text(page));
            if (!field.find()) {
                throw new IllegalStateException("the search page has no form");
            }
            forms.put(reader, new Csrf(cookie, field.group(1)));
        }
    }

    HttpRequest request(Question question, long turn) {
        return request(question.reader(), question.face(), question.asked(turn));
    }

    HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(request.uri() + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** The path of the page so many pages behind the first, or the last there is. */
    String later(Reader reader, String api, int pages) {
        String path = api;
        for (int page = 0; page < pages; page++) {
            HttpResponse<byte[]> answer = send(request(reader, Face.API, new Asked(path, null)));
            Optional<String> link = answer.headers().firstValue("Link");
            Matcher next = NEXT.matcher(link.orElse(""));
            if (!next.find()) {
                break;
            }
            path = next.group(1);
        }
        return path;
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private HttpRequest request(Reader reader, Face face, Asked asked) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + asked.path()))
                        .timeout(Duration.ofMinutes(2))
                        .header("Accept-Language", "zh-CN");
        String token = tokens.get(reader);
        String cookie = "yinxin=" + token;
        if (face == Face.API) {
            request.header("Authorization", "Bearer " + token);
        } else if (asked.form() == null) {
            request.header("Cookie", cookie);
        }
        String typed = asked.form();
        Csrf csrf = forms.get(reader);
        if (typed != null && csrf != null) {
            request.header("Cookie", cookie + "; " + csrf.cookie())
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(
                            BodyPublishers.ofString(
                                    "q=" + encoded(typed) + "&_csrf=" + encoded(csrf.field())));
        }
        return request.build();
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
