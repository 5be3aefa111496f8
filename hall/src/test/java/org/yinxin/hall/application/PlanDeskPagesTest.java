package org.yinxin.hall.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.core.io.ClassPathResource;
import org.yinxin.hall.access.TokenKind;
import org.yinxin.hall.access.Tokens;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.operator.CreateOperator;
import org.yinxin.hall.operator.CreatedOperator;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.testing.Browser;
import tools.jackson.databind.json.JsonMapper;

/** The rules of business in the back office, from the file to what the public sees. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class PlanDeskPagesTest {

    private static ApplicationSite site;
    private static Browser proposer;
    private static Browser releaser;

    @BeforeAll
    static void open() {
        site = new ApplicationSite();
        proposer = administrator("测试管理甲");
        releaser = administrator("测试管理乙");
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static Browser administrator(String name) {
        var made =
                site.hall
                        .get(CreateOperator.class)
                        .create(new Actor.Hall("test"), name, Set.of(Role.ADMINISTRATOR));
        if (!(made instanceof Outcome.Done<CreatedOperator>(CreatedOperator operator))) {
            throw new AssertionError(made);
        }
        site.hall
                .jdbc()
                .sql("UPDATE operator SET initial_password = false WHERE name = :name")
                .param("name", name)
                .update();
        Browser browser = site.hall.browser();
        browser.get("/staff/sign-in");
        return browser.bear(
                site.hall
                        .get(Tokens.class)
                        .issue(TokenKind.OPERATOR, UUID.fromString(operator.id().toString()))
                        .token());
    }

    private static String plan(String before, String after) throws IOException {
        return new ClassPathResource("plans/xinghe.yaml")
                .getContentAsString(StandardCharsets.UTF_8)
                .replace(before, after);
    }

    private static HttpResponse<String> propose(String yaml) {
        return ApplicationSite.upload(
                proposer,
                "/staff/plans/proposals",
                Map.of("file", yaml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_change_goes_from_one_administrator_to_the_other_and_then_to_everybody()
            throws IOException {
        assertThat(proposer.get("/staff/plans").body())
                .contains("业务规则", "星河CA 单位证书", "随程序安装", "没有等待发布的更改");
        HttpResponse<String> proposed = propose(plan("200.00", "260.00"));
        String page = Browser.location(proposed);
        assertThat(proposer.get(page).body())
                .contains("另一位管理员发布", "以第 1 版为基础", "260.00")
                .doesNotContain("/release\"");
        assertThat(proposer.post(page + "/release", Map.of()).statusCode()).isEqualTo(403);

        assertThat(releaser.get("/staff/plans").body()).contains("测试管理甲", page);
        assertThat(releaser.get(page).body()).contains("/release\"");
        assertThat(Browser.location(releaser.post(page + "/release", Map.of())))
                .isEqualTo("/staff/plans");
        assertThat(releaser.get("/staff/plans/xinghe").body()).contains("测试管理甲", "测试管理乙", "使用中");
        assertThat(releaser.get("/staff/plans/xinghe/versions/2").body()).contains("260.00");
        assertThat(site.hall.browser().get("/businesses/xinghe").body()).contains("340");
        HttpResponse<String> again = releaser.post(page + "/release", Map.of());
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("已经处理过");
    }

    @Test
    void b_faults_are_listed_with_their_lines_and_nothing_is_proposed() throws IOException {
        HttpResponse<String> refused = propose(plan("kind: UNIT", "kind: HOUSE"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("规则文件有错误", "plan.yaml:");
        assertThat(propose("").body()).contains("UTF-8 编码的 YAML 文本");
        assertThat(releaser.get("/staff/plans").body()).contains("没有等待发布的更改");
    }

    @Test
    void c_programs_do_the_same_over_the_api() throws IOException {
        String json =
                JsonMapper.builder()
                        .build()
                        .writeValueAsString(Map.of("source", plan("200.00", "270.00")));
        HttpResponse<String> made = proposer.call("POST", "/api/v1/staff/plans/proposals", json);
        assertThat(made.statusCode()).isEqualTo(201);
        String at = made.headers().firstValue("Location").orElseThrow();
        assertThat(proposer.call("POST", at + "/release", null).statusCode()).isEqualTo(403);
        assertThat(releaser.call("GET", at, null).body()).contains("\"base\":2", "OPEN");
        assertThat(releaser.call("POST", at + "/release", null).body())
                .contains("\"version\":3", "测试管理乙");
        assertThat(releaser.call("GET", "/api/v1/staff/plans", null).body())
                .contains("\"plan\":\"xinghe\",\"version\":3");
    }
}
