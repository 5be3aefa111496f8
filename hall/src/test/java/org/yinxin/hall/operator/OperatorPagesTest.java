package org.yinxin.hall.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.hall.testing.Browser.location;
import static org.yinxin.hall.testing.Outcomes.done;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.testing.Browser;
import org.yinxin.hall.testing.HallServer;

class OperatorPagesTest {

    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final Pattern PASSWORD = Pattern.compile("id=\"initial-password\">([^<]+)<");

    private final HallServer hall = HallServer.people();

    @Test
    void an_administrator_makes_a_colleague_whose_password_is_shown_once() {
        var administrator = signedIn(Role.ADMINISTRATOR);
        administrator.get("/staff/operators");
        String name = "page-" + NAMES.incrementAndGet();
        var made =
                administrator.post(
                        "/staff/operators", Map.of("name", name, "roles", "ENTRY_OFFICER"));
        assertThat(made.statusCode()).isEqualTo(200);
        var password = PASSWORD.matcher(made.body());
        assertThat(password.find()).isTrue();
        var list = administrator.get("/staff/operators");
        assertThat(list.body()).contains(name, "受理员", "初始密码未改").doesNotContain(password.group(1));

        var colleague = hall.browser();
        colleague.get("/staff/sign-in?then=/staff/password");
        var entered =
                colleague.post(
                        "/staff/sign-in",
                        Map.of(
                                "name",
                                name,
                                "password",
                                password.group(1),
                                "then",
                                "/staff/password"));
        assertThat(entered.statusCode()).isEqualTo(303);
        assertThat(location(entered)).endsWith("/staff/password");
        assertThat(colleague.get("/staff/password").body()).contains("您还在使用初始密码");
        assertThat(location(colleague.get("/staff"))).endsWith("/staff/reviews");
    }

    @Test
    void a_refused_colleague_keeps_the_typed_name_and_says_why() {
        var administrator = signedIn(Role.ADMINISTRATOR);
        administrator.get("/staff/operators");
        var refused =
                administrator.post(
                        "/staff/operators",
                        Map.of("name", "新同事", "roles", "ADMINISTRATOR,AUDITOR"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"新同事\"", "href=\"#roles\"", "不能由一个人兼任");
    }

    @Test
    void a_wrong_password_shows_the_page_again_with_the_name_and_without_the_password() {
        var browser = hall.browser();
        browser.get("/staff/sign-in");
        var refused =
                browser.post("/staff/sign-in", Map.of("name", "nobody-9", "password", "Wrong-9-x"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("value=\"nobody-9\"", "不正确")
                .doesNotContain("Wrong-9-x");
    }

    @Test
    void the_same_can_be_done_over_the_api() {
        var administrator = signedIn(Role.ADMINISTRATOR);
        String name = "api-" + NAMES.incrementAndGet();
        var made =
                hall.browser()
                        .bear(token(administrator))
                        .call(
                                "POST",
                                "/api/v1/staff/operators",
                                "{\"name\":\"" + name + "\",\"roles\":[\"PRODUCER\"]}");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.body()).contains("\"initialPassword\":\"");
        assertThat(
                        hall.browser()
                                .bear(token(administrator))
                                .call("GET", "/api/v1/staff/operators", null)
                                .body())
                .contains(name)
                .doesNotContain("initialPassword\":\"");
    }

    private Browser signedIn(Role role) {
        CreatedOperator made = make(role);
        var browser = hall.browser();
        browser.get("/staff/sign-in");
        browser.post(
                "/staff/sign-in", Map.of("name", made.name(), "password", made.initialPassword()));
        return browser;
    }

    /** A token of one's own for the API; the browser's is in its cookie. */
    private String token(Browser browser) {
        assertThat(browser.call("GET", "/api/v1/me", null).body()).contains("ADMINISTRATOR");
        CreatedOperator made = make(Role.ADMINISTRATOR);
        var answer =
                hall.browser()
                        .call(
                                "POST",
                                "/api/v1/staff/sign-in",
                                "{\"name\":\""
                                        + made.name()
                                        + "\",\"password\":\""
                                        + made.initialPassword()
                                        + "\"}");
        var token = Pattern.compile("\"token\":\"([^\"]+)\"").matcher(answer.body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private CreatedOperator make(Role role) {
        return done(
                hall.get(CreateOperator.class)
                        .create(
                                new Actor.Hall("test"),
                                "made-" + NAMES.incrementAndGet(),
                                Set.of(role)));
    }
}
