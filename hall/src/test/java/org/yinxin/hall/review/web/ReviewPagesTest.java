package org.yinxin.hall.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.hall.testing.Browser.location;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.archive.Documents;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.review.Decision;
import org.yinxin.hall.review.Dossiers;
import org.yinxin.hall.review.ItemReason;
import org.yinxin.hall.testing.Browser;
import org.yinxin.hall.testing.People;

class ReviewPagesTest {

    private ReviewDesk desk;

    @BeforeEach
    void open() {
        desk = new ReviewDesk();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void everybody_but_reviewers_is_kept_out_of_every_page() {
        CaseNumber number = desk.waiting();
        for (Actor actor :
                List.of(People.PRODUCER, People.AUDITOR, People.ADMINISTRATOR, People.SUBSCRIBER)) {
            Browser browser = desk.as(actor);
            for (String path :
                    List.of(
                            "/staff/reviews",
                            "/staff/reviews/" + number,
                            "/staff/reviews/" + number + "/papers/licence",
                            "/staff/reviews/" + number + "/papers/licence/pages/1",
                            "/api/v1/staff/reviews",
                            "/api/v1/staff/reviews/" + number,
                            "/api/v1/staff/reviews/" + number + "/papers/licence")) {
                assertThat(browser.get(path).statusCode()).as(actor.roles() + path).isEqualTo(403);
            }
            for (String deed : List.of("entry", "decision")) {
                assertThat(
                                browser.call(
                                                "POST",
                                                "/api/v1/staff/reviews/" + number + "/" + deed,
                                                "{\"decision\":\"approve\"}")
                                        .statusCode())
                        .as(actor.roles() + deed)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void the_queue_shows_each_role_its_own_part_first_and_counts_that_are_links() {
        CaseNumber waiting = desk.waiting();
        CaseNumber entered = desk.entered();
        String entry = desk.as(People.ENTRY_OFFICER).get("/staff/reviews").body();
        assertThat(entry)
                .contains(waiting.text(), "云岭市星河测试科技有限公司", "1 项存疑")
                .doesNotContain(entered.text());
        assertThat(entry).contains("/staff/reviews?state=entered", "/staff/reviews?state=decided");
        String approving = desk.as(People.APPROVING_OFFICER).get("/staff/reviews").body();
        assertThat(approving).contains(entered.text(), "测试录入员").doesNotContain(waiting.text());
        assertThat(desk.as(People.ENTRY_OFFICER).get("/staff/reviews?lang=en").body())
                .contains("To be entered", "New certificate for an organisation");
    }

    @Test
    void a_search_that_finds_nothing_says_so() {
        desk.waiting();
        String page =
                desk.as(People.ENTRY_OFFICER).get("/staff/reviews?state=waiting&q=nobody").body();
        assertThat(page).contains("没有找到符合条件的审核件", "value=\"nobody\"");
    }

    @Test
    void the_case_shows_data_in_clear_with_warnings_and_papers_and_that_is_recorded() {
        CaseNumber number = desk.waiting();
        String page = desk.as(People.ENTRY_OFFICER).get("/staff/reviews/" + number).body();
        assertThat(page)
                .contains(
                        "测试甲",
                        "统一社会信用代码的校验位不符",
                        "name=\"verdict.creditCode\"",
                        "/staff/reviews/" + number + "/papers/licence",
                        "录入完成");
        assertThat(
                        desk.hall
                                .jdbc()
                                .sql("SELECT count(*) FROM journal WHERE action = 'review.read'")
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void a_document_is_seen_page_by_page_beside_the_pictures_and_that_is_recorded() {
        CaseNumber number = new CaseNumber("2611-0000-0778");
        desk.open(number, "云岭市星河测试科技有限公司", desk.stored(Documents.pdf(2)));
        Browser browser = desk.as(People.ENTRY_OFFICER);
        String place = "/staff/reviews/" + number + "/papers/";
        assertThat(browser.get("/staff/reviews/" + number).body())
                .contains("PDF，共 2 页", "src=\"" + place + "seal/pages/1\"", place + "seal/pages/2")
                .contains("src=\"" + place + "licence\"", "保存 PDF 原文件")
                .doesNotContain(place + "seal/pages/3", place + "licence/pages")
                .doesNotContain("src=\"" + place + "seal\"");
        HttpResponse<String> page = browser.get(place + "seal/pages/2");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("sandbox");
        assertThat(browser.get(place + "seal").headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(how -> assertThat(how).startsWith("attachment"));
        for (String nowhere :
                List.of("seal/pages/3", "seal/pages/0", "licence/pages/1", "x/pages/1")) {
            assertThat(browser.get(place + nowhere).statusCode()).as(nowhere).isEqualTo(404);
        }
        assertThat(browser.get(place + "seal/pages/one").statusCode()).isEqualTo(400);
        assertThat(
                        desk.hall
                                .jdbc()
                                .sql(
                                        "SELECT count(*) FROM journal WHERE action = 'review.paper-read'")
                                .query(Long.class)
                                .single())
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void what_a_change_changes_stands_beside_what_was_registered() {
        CaseNumber number = new CaseNumber("2611-0000-0777");
        desk.open(number, Dossiers.changing("organisationName", "云岭市旧名测试科技有限公司"));
        Browser browser = desk.as(People.ENTRY_OFFICER);
        assertThat(browser.get("/staff/reviews/" + number).body())
                .contains("与原登记不同", "原登记为", "<del>云岭市旧名测试科技有限公司</del>")
                .containsOnlyOnce("<del>");
        assertThat(browser.get("/api/v1/staff/reviews/" + number).body())
                .contains("\"former\":{\"value\":\"云岭市旧名测试科技有限公司\"");
    }

    @Test
    void an_entry_opens_the_next_case_and_tells_of_the_last() {
        CaseNumber first = desk.waiting();
        CaseNumber second = desk.waiting();
        Browser browser = desk.as(People.ENTRY_OFFICER);
        browser.get("/staff/reviews/" + first);
        HttpResponse<String> answer =
                browser.post(
                        "/staff/reviews/" + first + "/entry",
                        Map.of("round", "1", "verdict.creditCode", "doubt", "note", "请核对"));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(location(answer)).contains("/staff/reviews/" + second, "done=" + first);
        assertThat(browser.get("/staff/reviews/" + second + "?done=" + first).body())
                .contains("已录入：", first.text());
        HttpResponse<String> last =
                browser.post(
                        "/staff/reviews/" + second + "/entry",
                        Map.of("round", "1", "verdict.creditCode", "ok", "note", ""));
        assertThat(location(last)).contains("/staff/reviews?", "state=waiting");
    }

    @Test
    void an_entry_without_a_verdict_on_a_warning_keeps_what_was_set() {
        CaseNumber number = desk.waiting();
        Browser browser = desk.as(People.ENTRY_OFFICER);
        browser.get("/staff/reviews/" + number);
        HttpResponse<String> answer =
                browser.post(
                        "/staff/reviews/" + number + "/entry",
                        Map.of("round", "1", "verdict.agentName", "doubt", "note", "姓名看不清"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("href=\"#verdict.creditCode\"", "这一项有系统提示", "value=\"姓名看不清\"");
        assertThat(answer.body())
                .containsPattern("name=\"verdict.agentName\" value=\"doubt\" checked");
    }

    @Test
    void a_return_names_items_and_the_next_round_marks_what_changed() {
        CaseNumber number = desk.entered();
        Browser browser = desk.as(People.APPROVING_OFFICER);
        String page = browser.get("/staff/reviews/" + number).body();
        assertThat(page).contains("请核对代码", "存疑", "图片不清晰");
        HttpResponse<String> answer =
                browser.post(
                        "/staff/reviews/" + number + "/decision",
                        Map.of(
                                "round", "1",
                                "decision", "return",
                                "reason.seal", "unclear",
                                "text.seal", "下半部分看不清"));
        assertThat(answer.statusCode()).isEqualTo(303);
        desk.open(number, "云岭市星河测试科技股份有限公司", desk.picture(9));
        String again = desk.as(People.ENTRY_OFFICER).get("/staff/reviews/" + number).body();
        assertThat(again)
                .contains(
                        "第 2 次提交",
                        "原为",
                        "<del>云岭市星河测试科技有限公司</del>",
                        "图片不清晰 · 下半部分看不清",
                        "papers/seal?round=1",
                        "测试审核员 退回");
    }

    @Test
    void approval_with_reasons_is_taken_for_a_wrong_button_and_nothing_is_lost() {
        CaseNumber number = desk.entered();
        Browser browser = desk.as(People.APPROVING_OFFICER);
        browser.get("/staff/reviews/" + number);
        HttpResponse<String> answer =
                browser.post(
                        "/staff/reviews/" + number + "/decision",
                        Map.of(
                                "decision", "approve",
                                "reason.seal", "unclear",
                                "text.licence", "边角缺失"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("您为一些事项选择了原因", "value=\"边角缺失\"");
        assertThat(answer.body()).containsPattern("value=\"unclear\" selected");
        HttpResponse<String> none =
                browser.post(
                        "/staff/reviews/" + number + "/decision", Map.of("decision", "return"));
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("请至少为一个事项选择原因");
    }

    @Test
    void a_text_without_a_reason_is_noticed() {
        CaseNumber number = desk.entered();
        Browser browser = desk.as(People.APPROVING_OFFICER);
        browser.get("/staff/reviews/" + number);
        HttpResponse<String> answer =
                browser.post(
                        "/staff/reviews/" + number + "/decision",
                        Map.of("decision", "return", "text.licence", "边角缺失"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("href=\"#reason.licence\"", "请从列表中选择原因", "value=\"边角缺失\"");
    }

    @Test
    void a_case_that_somebody_else_decided_meanwhile_is_shown_as_it_is() {
        CaseNumber number = desk.entered();
        Browser browser = desk.as(People.BOTH);
        browser.get("/staff/reviews/" + number);
        desk.decide(number, new Decision.Refuse(List.of(new ItemReason("", "unclear", ""))));
        HttpResponse<String> answer =
                browser.post(
                        "/staff/reviews/" + number + "/decision", Map.of("decision", "approve"));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("这件已经办结", "已驳回").doesNotContain("value=\"approve\"");
    }

    @Test
    void who_entered_it_sees_no_button_to_decide_and_is_refused() {
        CaseNumber number = desk.waiting();
        Browser browser = desk.as(People.BOTH);
        browser.get("/staff/reviews/" + number);
        browser.post("/staff/reviews/" + number + "/entry", Map.of("verdict.creditCode", "ok"));
        assertThat(browser.get("/staff/reviews/" + number).body())
                .contains("须由另一位审核员作出决定")
                .doesNotContain("value=\"approve\"");
        HttpResponse<String> answer =
                browser.post(
                        "/staff/reviews/" + number + "/decision", Map.of("decision", "approve"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(browser.get("/staff/reviews?state=entered").body()).contains("您录入的");
    }

    @Test
    void a_paper_is_served_so_that_a_browser_does_nothing_but_show_it() {
        CaseNumber number = desk.waiting();
        HttpResponse<String> answer =
                desk.as(People.ENTRY_OFFICER).get("/staff/reviews/" + number + "/papers/licence");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .hasSize(1)
                .allMatch(policy -> policy.contains("sandbox"));
        assertThat(answer.headers().allValues("Cache-Control"))
                .hasSize(1)
                .allMatch(cache -> cache.contains("private"));
    }

    @Test
    void numbers_that_are_none_and_papers_that_are_none_are_not_found() {
        Browser browser = desk.as(People.ENTRY_OFFICER);
        CaseNumber number = desk.waiting();
        for (String path :
                List.of(
                        "nothing",
                        "2611-9999-9999",
                        number + "/papers/none",
                        number + "/papers/seal?round=7")) {
            assertThat(browser.get("/staff/reviews/" + path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(browser.get("/staff/reviews?done=junk&after=junk&state=junk").statusCode())
                .isEqualTo(200);
    }
}
