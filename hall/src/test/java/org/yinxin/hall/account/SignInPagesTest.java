package org.yinxin.hall.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.hall.testing.Browser.location;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.testing.HallServer;

class SignInPagesTest {

    private final HallServer hall = HallServer.people();

    @Test
    void signs_in_with_the_code_that_was_sent_and_goes_where_one_wanted() {
        var browser = hall.browser();
        var page = browser.get("/sign-in?then=/inbox");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("手机号码", "name=\"_csrf\"", "lang=\"zh-CN\"");
        var sent = browser.post("/sign-in", Map.of("mobile", "199 0000 0101", "then", "/inbox"));
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(location(sent)).endsWith("/sign-in/code?then=%2Finbox");
        assertThat(browser.get("/sign-in/code?then=/inbox").body()).contains("199****0101");
        var entered =
                browser.post(
                        "/sign-in/code",
                        Map.of("code", hall.codeSentTo("19900000101"), "then", "/inbox"));
        assertThat(entered.statusCode()).isEqualTo(303);
        assertThat(location(entered)).endsWith("/inbox");
        var inbox = browser.get("/inbox");
        assertThat(inbox.statusCode()).isEqualTo(200);
        assertThat(inbox.body()).contains("199****0101");
        assertThat(browser.post("/sign-out", Map.of()).statusCode()).isEqualTo(303);
        assertThat(location(browser.get("/inbox"))).endsWith("/sign-in?then=%2Finbox");
    }

    @Test
    void keeps_what_was_typed_and_links_the_error_to_its_field() {
        var browser = hall.browser();
        browser.get("/sign-in");
        var refused = browser.post("/sign-in", Map.of("mobile", "12345"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#mobile\"", "value=\"12345\"", "手机号码应为 11 位数字");
    }

    @Test
    void speaks_english_when_asked_and_remembers_it() {
        var browser = hall.browser();
        assertThat(browser.get("/sign-in?lang=en").body()).contains("Mobile number");
        assertThat(browser.get("/sign-in").body()).contains("Mobile number", "lang=\"en\"");
        assertThat(browser.get("/sign-in?lang=zh").body()).contains("手机号码");
    }

    @Test
    void does_not_lead_to_another_site_after_signing_in() {
        var browser = hall.browser();
        browser.get("/sign-in");
        var sent =
                browser.post(
                        "/sign-in", Map.of("mobile", "19900000102", "then", "//evil.example/x"));
        assertThat(location(sent)).endsWith("/sign-in/code");
        var entered =
                browser.post(
                        "/sign-in/code",
                        Map.of(
                                "code",
                                hall.codeSentTo("19900000102"),
                                "then",
                                "https://evil.example/"));
        assertThat(location(entered)).endsWith("/applications");
    }

    @Test
    void refuses_a_form_that_is_not_ours() {
        var refused = hall.browser().forge("/sign-in");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("没有提交");
    }

    @Test
    void the_second_page_without_the_first_leads_to_the_first() {
        assertThat(location(hall.browser().get("/sign-in/code"))).endsWith("/sign-in");
    }
}
