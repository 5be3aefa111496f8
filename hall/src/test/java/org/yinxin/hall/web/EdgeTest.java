package org.yinxin.hall.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.hall.testing.HallServer;
import org.yinxin.hall.testing.PeopleRooms;

class EdgeTest {

    private static final HallServer HALL =
            HallServer.start(
                    List.of("--yinxin.web.key-agent=http://127.0.0.1:17999"),
                    PeopleRooms.class,
                    BrokenPages.class,
                    BrokenApi.class);

    @AfterAll
    static void close() {
        HALL.close();
    }

    @Test
    void a_fault_behind_a_page_shows_a_number_and_nothing_of_the_fault() {
        var answer = HALL.browser().get("/businesses/broken");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .contains("问题编号", "系统出了问题")
                .doesNotContain("secret", "IllegalState", "org.yinxin");
    }

    @Test
    void a_fault_behind_a_call_is_a_problem_document_with_a_number() {
        var broken = HALL.browser().call("GET", "/api/v1/businesses?broken=true", null);
        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(type(broken)).startsWith("application/problem+json");
        assertThat(broken.body())
                .contains("\"code\":2900", "\"incident\":\"")
                .doesNotContain("secret", "IllegalState");
    }

    @Test
    void malformed_json_is_refused_in_words() {
        var answer = HALL.browser().call("POST", "/api/v1/sign-in/codes", "{\"mobile\":");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":2901", "读不懂").doesNotContain("Jackson");
    }

    @Test
    void a_refused_call_names_the_fields_in_the_language_of_the_request() {
        var browser = HALL.browser();
        var english =
                browser.send(
                        browser.request("/api/v1/sign-in/codes")
                                .header("Content-Type", "application/json")
                                .header("Accept-Language", "en-GB,en;q=0.9")
                                .POST(BodyPublishers.ofString("{\"mobile\":\"1\"}")));
        assertThat(english.statusCode()).isEqualTo(422);
        assertThat(english.body())
                .contains(
                        "\"type\":\"urn:yinxin:error:1000\"",
                        "\"title\":\"MOBILE_INVALID\"",
                        "\"field\":\"mobile\"",
                        "Check the mobile number");
        assertThat(browser.call("POST", "/api/v1/sign-in/codes", "{}").body()).contains("手机号码");
    }

    @Test
    void a_wrong_method_media_type_or_parameter_is_refused_as_what_it_is() {
        var browser = HALL.browser();
        var text =
                browser.send(
                        browser.request("/api/v1/sign-in/codes")
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString("x")));
        assertThat(text.statusCode()).isEqualTo(415);
        assertThat(text.body()).contains("\"code\":2905");
        assertThat(browser.call("GET", "/api/v1/businesses?broken=perhaps", null).statusCode())
                .isEqualTo(400);
        browser.get("/sign-in");
        assertThat(browser.post("/sign-in/code/test-message", Map.of()).statusCode())
                .isEqualTo(405);
    }

    @Test
    void a_page_that_does_not_exist_says_so_calmly() {
        var answer = HALL.browser().get("/businesses/none");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("没有找到", "回到首页");
        assertThat(HALL.browser().get("/businesses/none?lang=en").body()).contains("There is no");
    }

    @Test
    void what_the_firewall_stops_gets_an_answer_of_ours() {
        var answer = HALL.browser().get("/businesses/a;b=c");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("Exception", "Tomcat");
    }

    @Test
    void every_page_forbids_what_no_page_needs() {
        var headers = HALL.browser().get("/sign-in").headers();
        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValueSatisfying(
                        policy ->
                                assertThat(policy)
                                        .contains(
                                                "default-src 'self'",
                                                "connect-src 'self' http://127.0.0.1:17999",
                                                "frame-ancestors 'none'",
                                                "base-uri 'none'")
                                        .doesNotContain("unsafe"));
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
    }

    @Test
    void the_cookie_of_a_page_cannot_act_on_the_api_without_the_secret_of_our_pages() {
        var browser = HALL.browser();
        browser.get("/sign-in");
        browser.post("/sign-in", Map.of("mobile", "19900000301"));
        browser.post("/sign-in/code", Map.of("code", HALL.codeSentTo("19900000301")));
        assertThat(browser.call("GET", "/api/v1/me", null).body()).contains("199****0301");
        var forged = browser.call("POST", "/api/v1/inbox/read", null);
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("\"code\":2909");
    }

    private static String type(HttpResponse<?> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    @Controller
    static class BrokenPages {

        @GetMapping("/businesses/broken")
        @ResponseBody
        String broken() {
            throw new IllegalStateException("secret");
        }
    }

    @RestController
    static class BrokenApi {

        @GetMapping("/api/v1/businesses")
        String broken(@RequestParam boolean broken) {
            if (broken) {
                throw new IllegalStateException("secret");
            }
            return "{}";
        }
    }
}
