package org.yinxin.hall.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.archive.PaperId;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.testing.Browser;
import org.yinxin.hall.testing.People;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Claims, notes and lists taken out, as browsers and programs meet them. */
class WorklistWebTest {

    private static final String REVIEWS = "/api/v1/staff/reviews/";

    private static ReviewDesk desk;

    @BeforeAll
    static void open() {
        desk = new ReviewDesk();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void a_claim_is_made_seen_taken_over_and_given_back() {
        CaseNumber number = desk.entered();
        Browser first = desk.as(People.APPROVING_OFFICER);
        first.get("/staff/reviews/" + number);
        assertThat(first.post("/staff/reviews/" + number + "/claim", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(first.get("/staff/reviews/" + number).body()).contains("您已领取");
        Browser second = desk.as(People.BOTH);
        assertThat(second.get("/staff/reviews/" + number).body()).contains("测试审核员 已领取", "接手");
        HttpResponse<String> kept =
                second.call("POST", REVIEWS + number + "/decision", "{\"decision\":\"approve\"}");
        assertThat(kept.statusCode()).isEqualTo(409);
        assertThat(kept.body()).contains("1725", "测试审核员");
        assertThat(
                        json(second.call("POST", REVIEWS + number + "/take-over", null))
                                .path("claimedBy")
                                .asString())
                .isEqualTo(People.BOTH.name());
        assertThat(second.call("DELETE", REVIEWS + number + "/claim", null).statusCode())
                .isEqualTo(204);
        assertThat(second.call("DELETE", REVIEWS + number + "/claim", null).statusCode())
                .isEqualTo(409);
    }

    @Test
    void the_next_case_is_claimed_and_opened() {
        desk.waiting();
        Browser entry = desk.as(People.ENTRY_OFFICER);
        assertThat(entry.get("/staff/reviews").body()).contains("领取下一件", "还剩 ");
        HttpResponse<String> opened = entry.post("/staff/reviews/next", Map.of("state", "waiting"));
        assertThat(Browser.location(opened)).matches(".*/staff/reviews/2611-0000-\\d{4}");
        assertThat(entry.get("/staff/reviews?mine=true").body()).contains("您领取");
    }

    @Test
    void a_note_is_read_by_colleagues() {
        CaseNumber number = desk.waiting();
        Browser entry = desk.as(People.ENTRY_OFFICER);
        entry.get("/staff/reviews/" + number);
        entry.post("/staff/reviews/" + number + "/notes", Map.of("text", "请核对 <b>公章</b>"));
        assertThat(desk.as(People.APPROVING_OFFICER).get("/staff/reviews/" + number).body())
                .contains("请核对 &lt;b&gt;公章&lt;/b&gt;");
        assertThat(json(entry.get(REVIEWS + number + "/notes")).at("/0/by").asString())
                .isEqualTo(People.ENTRY_OFFICER.name());
        assertThat(entry.call("POST", REVIEWS + number + "/notes", "{}").statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_list_is_taken_out_as_csv_without_formulas_and_leaves_a_trace() {
        desk.open(new CaseNumber("2611-0000-9001"), "=1+1,\"公司\"", picture());
        desk.open(new CaseNumber("2611-0000-9002"), "张测试", picture());
        Browser auditor = desk.as(People.AUDITOR);
        HttpResponse<String> list =
                auditor.call("POST", "/api/v1/staff/exports/reviews?state=waiting", null);
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(list.body())
                .startsWith("\uFEFF受理号,")
                .contains("\r\n2611-0000-9001,\"'=1+1,\"\"公司\"\"\",")
                .contains("\r\n2611-0000-9002,张**,")
                .doesNotContain("张测试");
        assertThat(
                        desk.hall
                                .jdbc()
                                .sql(
                                        "SELECT count(*) FROM journal WHERE action = 'review.list-exported'")
                                .query((row, _) -> row.getLong(1))
                                .single())
                .isPositive();
    }

    @Test
    void nobody_but_approving_officers_and_auditors_takes_lists_out() {
        for (var who :
                List.of(
                        People.ENTRY_OFFICER,
                        People.PRODUCER,
                        People.ADMINISTRATOR,
                        People.SUBSCRIBER)) {
            assertThat(
                            desk.as(who)
                                    .call("POST", "/api/v1/staff/exports/reviews", null)
                                    .statusCode())
                    .isEqualTo(403);
        }
        assertThat(
                        desk.hall
                                .browser()
                                .call("POST", "/api/v1/staff/exports/reviews", null)
                                .statusCode())
                .isEqualTo(401);
    }

    @Test
    void filters_are_kept_from_page_to_page_and_the_keyboard_is_explained() {
        Browser entry = desk.as(People.ENTRY_OFFICER);
        String page = entry.get("/staff/reviews?state=waiting&plan=test-plan&late=true").body();
        assertThat(page).contains("state=entered&amp;plan=test-plan&amp;late=true");
        assertThat(page).contains("/review.js", "data-page=\"queue\"");
        assertThat(desk.hall.browser().get("/review.js").statusCode()).isEqualTo(200);
        assertThat(
                        entry.get(
                                        "/staff/reviews?state=decided&plan=NO&reason=x&from=2026-11-01&mine=true")
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void an_administrator_keeps_the_calendar_on_its_page() {
        Browser keeper = desk.as(People.ADMINISTRATOR);
        assertThat(keeper.get("/staff/calendar?year=2027").body())
                .contains("type=\"date\"")
                .doesNotContain("<textarea");
        HttpResponse<String> marked =
                keeper.post(
                        "/staff/calendar/days",
                        Map.of("from", "2027-02-05", "kind", "holiday", "name", "春节"));
        assertThat(Browser.location(marked)).endsWith("/staff/calendar?year=2027");
        assertThat(keeper.get("/staff/calendar?year=2027").body())
                .contains("春节", "/staff/calendar/days/2027-02-05/clear");
        HttpResponse<String> wrong =
                keeper.post("/staff/calendar/days", Map.of("kind", "working", "name", ""));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("请填写日期", "请填写名称");
    }

    private static PaperId picture() {
        return desk.picture(7);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
