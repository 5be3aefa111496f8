package org.yinxin.hall.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.hall.testing.Outcomes.done;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.access.TokenKind;
import org.yinxin.hall.access.Tokens;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.archive.Pictures;
import org.yinxin.hall.operator.CreateOperator;
import org.yinxin.hall.testing.Browser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 现场受理: an officer enters an application for a visitor, over the API and on its pages. */
class AtCounterTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COUNTER = "/api/v1/staff/counter";
    private static final String AGENT = "150102199001010019";
    private static final List<String> CODES =
            List.of(
                    "91150100MA0T0045X0",
                    "91150100MA0T00345Y",
                    "91150100MA0T00222X",
                    "91150100MA0T0002X6",
                    "91150100MA0T00070H");
    private static final List<String> PAPERS = List.of("form", "licence", "seal", "agent-id");
    private static final Map<Browser, UUID> PEOPLE = new HashMap<>();
    private static int visitors;
    private static int organisations;

    private static ApplicationSite site;
    private static Browser officer;
    private static Browser both;
    private static Browser approving;

    @BeforeAll
    static void open() {
        site = new ApplicationSite();
        officer = staff("counter-entry", Role.ENTRY_OFFICER);
        both = staff("counter-both", Role.ENTRY_OFFICER, Role.APPROVING_OFFICER);
        approving = staff("counter-approving", Role.APPROVING_OFFICER);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static Browser staff(String name, Role... roles) {
        UUID id =
                done(site.hall
                                .get(CreateOperator.class)
                                .create(new Actor.Hall("test"), name, Set.of(roles)))
                        .id()
                        .value();
        Browser browser = site.hall.browser();
        browser.get("/sign-in");
        PEOPLE.put(browser, id);
        return browser;
    }

    /** The clock goes on, and nobody stays signed in for ever. */
    @BeforeEach
    void signIn() {
        var tokens = site.hall.get(Tokens.class);
        PEOPLE.forEach((who, id) -> who.bear(tokens.issue(TokenKind.OPERATOR, id).token()));
    }

    private static String mobile() {
        visitors++;
        return "19900003%03d".formatted(visitors);
    }

    private static JsonNode json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private static HttpResponse<String> post(Browser who, String path, Map<String, ?> body) {
        return who.call("POST", path, JSON.writeValueAsString(body));
    }

    private static HttpResponse<String> put(Browser who, String path, Map<String, ?> body) {
        return who.call("PUT", path, JSON.writeValueAsString(body));
    }

    private static String code(Browser who, String mobile) {
        site.hall.clock().advance(Duration.ofMinutes(2));
        json(post(who, COUNTER + "/codes", Map.of("mobile", mobile)), 202);
        return site.hall.codeSentTo(mobile);
    }

    private static Map<String, ?> visitor(String mobile, String code) {
        return Map.of(
                "mobile", mobile,
                "code", code,
                "name", "测试甲",
                "identityNumber", AGENT,
                "documentSeen", true);
    }

    private static String visit(Browser who, String mobile) {
        var visitor = visitor(mobile, code(who, mobile));
        return json(post(who, COUNTER + "/visits", visitor), 201).get("visit").asString();
    }

    private static HttpResponse<String> opening(Browser who, String visit, String business) {
        return post(
                who,
                COUNTER + "/visits/" + visit + "/applications",
                Map.of(
                        "plan",
                        "zhongzhi",
                        "business",
                        business,
                        "organisation",
                        "云岭市星河测试科技有限公司",
                        "creditCode",
                        CODES.get(organisations % CODES.size())));
    }

    private static String opened(Browser who, String mobile) {
        organisations++;
        return json(opening(who, visit(who, mobile), "NEW"), 201).get("number").asString();
    }

    /** All of it but the originals. */
    private static void handIn(Browser who, String number) {
        String path = COUNTER + "/" + number;
        Map<String, String> answers =
                Map.of(
                        "subjectType", "ENTERPRISE",
                        "codeHolder", "OWN",
                        "province", "内蒙古自治区",
                        "city", "云岭市",
                        "legalName", "测试乙",
                        "legalDocument", "RESIDENT_ID",
                        "legalIdentityNumber", "150102198506150039",
                        "agentEmail", "agent@example.invalid");
        json(put(who, path + "/form", answers), 200);
        JsonNode agreement = json(who.call("GET", path + "/agreement", null), 200);
        Map<String, ?> signed =
                Map.of(
                        "version", agreement.get("version").asInt(),
                        "sm3", agreement.get("sm3").asString());
        json(post(who, path + "/agreement", signed), 200);
        PAPERS.forEach(paper -> json(scan(who, number, paper, 300), 200));
    }

    private static HttpResponse<String> scan(Browser who, String number, String paper, int width) {
        byte[] picture = Pictures.jpeg(width, 200 + PAPERS.indexOf(paper));
        return who.send(
                who.request(COUNTER + "/" + number + "/papers/" + paper)
                        .header("Content-Type", "image/jpeg")
                        .PUT(BodyPublishers.ofByteArray(picture)));
    }

    private static HttpResponse<String> original(
            Browser who, String number, String paper, boolean kept) {
        return put(who, COUNTER + "/" + number + "/originals/" + paper, Map.of("kept", kept));
    }

    private static HttpResponse<String> submit(Browser who, String number) {
        return post(who, COUNTER + "/" + number + "/submission", Map.of());
    }

    private static String submitted(Browser who, String mobile) {
        String number = opened(who, mobile);
        handIn(who, number);
        PAPERS.forEach(paper -> json(original(who, number, paper, paper.equals("form")), 200));
        json(submit(who, number), 200);
        return number;
    }

    private static List<String> journal(String number) {
        return site.hall
                .jdbc()
                .sql("SELECT action FROM journal WHERE subject = :subject")
                .param("subject", "application:" + number)
                .query((row, _) -> row.getString("action"))
                .list();
    }

    @Test
    void enters_for_a_visitor_whose_account_it_is_and_hands_out_a_receipt() {
        String mobile = mobile();
        String number = submitted(officer, mobile);
        JsonNode receipt = json(post(officer, COUNTER + "/" + number + "/receipt", Map.of()), 200);
        assertThat(receipt.get("number").asString()).isEqualTo(number);
        assertThat(receipt.get("holder").asString()).isEqualTo("云岭市星河测试科技有限公司");
        assertThat(receipt.get("fee").asString()).isEqualTo("260.00");
        assertThat(receipt.get("paid").asBoolean()).isFalse();
        assertThat(receipt.get("workingDays").asInt()).isEqualTo(1);
        assertThat(receipt.get("officer").asString()).isEqualTo("counter-entry");
        assertThat(receipt.get("papers").size()).isEqualTo(4);
        assertThat(receipt.get("papers").get(0).get("kept").asBoolean()).isTrue();
        assertThat(receipt.get("papers").get(1).get("kept").asBoolean()).isFalse();
        assertThat(receipt.get("agreement").asBoolean()).isTrue();

        // The visitor sees it under the own number.
        String visit = visit(officer, mobile);
        JsonNode seen = json(officer.call("GET", COUNTER + "/visits/" + visit, null), 200);
        assertThat(seen.get("applications").get(0).get("number").asString()).isEqualTo(number);
        assertThat(journal(number))
                .contains(
                        "counter.case-entered",
                        "agreement.signed-at-counter",
                        "counter.original-kept",
                        "counter.original-seen",
                        "application.submitted",
                        "counter.receipt-printed")
                .doesNotContain("agreement.accepted");
        assertThat(json(opening(officer, visit, "NEW"), 409).get("code").asInt()).isEqualTo(1303);
    }

    @Test
    void receives_nobody_without_the_code_and_the_document() {
        String mobile = mobile();
        String code = code(officer, mobile);
        String wrong = code.equals("000000") ? "000001" : "000000";
        var refused = json(post(officer, COUNTER + "/visits", visitor(mobile, wrong)), 422);
        assertThat(refused.get("errors").toString()).contains("code");
        Map<String, ?> unseen =
                Map.of("mobile", mobile, "code", code, "name", "", "identityNumber", "1501021990");
        JsonNode incomplete = json(post(officer, COUNTER + "/visits", unseen), 422);
        assertThat(incomplete.get("code").asInt()).isEqualTo(2571);
        assertThat(incomplete.get("errors").toString())
                .contains("name", "identityNumber", "documentSeen");
        // Neither try has spent the code, and a code sent for one number opens no other.
        assertThat(json(post(officer, COUNTER + "/visits", visitor(mobile(), code)), 422))
                .isNotNull();
        json(post(officer, COUNTER + "/visits", visitor(mobile, code)), 201);
    }

    @Test
    void refuses_what_is_not_done_at_the_counter_and_a_colleagues_visitor() {
        String visit = visit(officer, mobile());
        assertThat(json(opening(officer, visit, "RENEW"), 409).get("code").asInt()).isEqualTo(2573);
        assertThat(json(opening(both, visit, "NEW"), 404).get("code").asInt()).isEqualTo(2572);
        site.hall.clock().advance(Duration.ofHours(13));
        signIn();
        assertThat(json(opening(officer, visit, "NEW"), 404).get("code").asInt()).isEqualTo(2572);
    }

    @Test
    void submits_nothing_whose_original_nobody_has_seen() {
        String number = opened(officer, mobile());
        handIn(officer, number);
        PAPERS.subList(0, 3).forEach(paper -> json(original(officer, number, paper, false), 200));
        JsonNode refused = json(submit(officer, number), 422);
        assertThat(refused.get("code").asInt()).isEqualTo(1308);
        assertThat(refused.get("errors").size()).isEqualTo(1);
        assertThat(refused.get("errors").toString()).contains("agent-id");
        json(original(officer, number, "agent-id", false), 200);
        // Another scan is another paper.
        json(scan(officer, number, "licence", 400), 200);
        assertThat(json(submit(officer, number), 422).get("errors").toString()).contains("licence");
        json(original(officer, number, "licence", false), 200);
        assertThat(json(original(officer, number, "no-such", false), 404).get("code").asInt())
                .isEqualTo(2575);
        assertThat(
                        json(post(officer, COUNTER + "/" + number + "/receipt", Map.of()), 409)
                                .get("code")
                                .asInt())
                .isEqualTo(2576);
        json(submit(officer, number), 200);
    }

    @Test
    void submits_no_agent_but_the_visitor() {
        String number = opened(officer, mobile());
        handIn(officer, number);
        PAPERS.forEach(paper -> json(original(officer, number, paper, false), 200));
        json(put(officer, COUNTER + "/" + number + "/form", Map.of("agentName", "测试丙")), 200);
        assertThat(json(submit(officer, number), 422).get("errors").toString())
                .contains("agentName");
        json(put(officer, COUNTER + "/" + number + "/form", Map.of("agentName", "测试甲")), 200);
        json(submit(officer, number), 200);
    }

    @Test
    void whoever_took_it_in_does_not_decide_it() {
        String number = submitted(both, mobile());
        String review = "/api/v1/staff/reviews/" + number;
        json(post(officer, review + "/entry", Map.of("verdicts", Map.of(), "note", "")), 200);
        JsonNode refused =
                json(post(both, review + "/decision", Map.of("decision", "approve")), 403);
        assertThat(refused.get("code").asInt()).isEqualTo(1743);
        assertThat(both.get("/staff/reviews/" + number).body()).contains("现场受理，须由另一位审核员");
        json(post(approving, review + "/decision", Map.of("decision", "approve")), 200);
    }

    @Test
    void a_case_that_came_on_line_is_out_of_an_officers_reach() {
        Actor.Subscriber who = ApplicationSite.newcomer();
        site.somebody(who);
        String number = site.opened(who).text();
        assertThat(json(officer.call("GET", COUNTER + "/" + number, null), 404).get("code").asInt())
                .isEqualTo(2574);
        var saved = put(officer, COUNTER + "/" + number + "/form", Map.of("city", "云岭市"));
        assertThat(json(saved, 403).get("code").asInt()).isEqualTo(1315);
        assertThat(json(original(officer, number, "licence", true), 404).get("code").asInt())
                .isEqualTo(2574);
        assertThat(json(scan(officer, number, "licence", 300), 403).get("code").asInt())
                .isEqualTo(1315);
        assertThat(json(submit(officer, number), 403).get("code").asInt()).isEqualTo(1315);
    }

    @Test
    void its_pages_lead_from_the_visitor_to_the_printed_receipt() {
        String mobile = mobile();
        site.hall.clock().advance(Duration.ofMinutes(2));
        officer.get("/staff/counter");
        var sent = officer.post("/staff/counter/codes", Map.of("mobile", mobile));
        assertThat(sent.body()).contains("验证码已发出", mobile).doesNotContain("??");
        String code = site.hall.codeSentTo(mobile);
        var incomplete =
                officer.post("/staff/counter/visits", Map.of("mobile", mobile, "code", code));
        assertThat(incomplete.statusCode()).isEqualTo(422);
        assertThat(incomplete.body()).contains("href=\"#documentSeen\"", "href=\"#name\"");
        var received =
                officer.post(
                        "/staff/counter/visits",
                        Map.of(
                                "mobile", mobile,
                                "code", code,
                                "name", "测试甲",
                                "identityNumber", AGENT,
                                "documentSeen", "true"));
        String visit = Browser.location(received);
        assertThat(officer.get(visit).body()).contains("初次办理", "199****").doesNotContain("??");
        assertThat(officer.post(visit + "/applications", Map.of()).statusCode()).isEqualTo(422);
        String page =
                Browser.location(
                        officer.post(
                                visit + "/applications",
                                Map.of("what", "zhongzhi NEW", "organisation", "云岭市星河测试科技有限公司")));
        String number = page.substring("/staff/counter/".length());
        assertThat(officer.get(page).body())
                .contains(page + "/form/organisation", page + "/agreement", "材料原件")
                .doesNotContain("??", "/applications/" + number);
        assertThat(officer.get(page + "/form/agent").body())
                .contains(page + "/form/agent")
                .doesNotContain("??", "/applications/" + number, AGENT, "测试甲", mobile);
        assertThat(officer.get(page + "/agreement").body())
                .contains("纸质协议上签字")
                .doesNotContain("??", "/applications/" + number);
        assertThat(officer.get(page + "/papers").body())
                .contains(page + "/papers")
                .doesNotContain("??", "/applications/" + number);
        json(
                put(
                        officer,
                        COUNTER + "/" + number + "/form",
                        Map.of("creditCode", "91150100MA0T0045X0")),
                200);
        handIn(officer, number);
        var unseen = officer.post(page + "/check", Map.of());
        assertThat(unseen.statusCode()).isEqualTo(422);
        assertThat(unseen.body()).contains("还没有核对原件", "印章采样表").doesNotContain("??");
        for (String paper : PAPERS) {
            var done = officer.post(page + "/originals/" + paper, Map.of("kept", "false"));
            assertThat(Browser.location(done)).isEqualTo(page + "#original-" + paper);
        }
        assertThat(Browser.location(officer.post(page + "/check", Map.of())))
                .isEqualTo(page + "?done=submitted");
        assertThat(officer.get(page + "?done=submitted").body()).contains(page + "/receipt");
        assertThat(officer.get(page + "/receipt").body())
                .contains("受理回执", number, "260", "1 个工作日内", "数字证书申请表", "counter-entry")
                .doesNotContain("??");
        officer.get("/staff/counter?lang=en");
        assertThat(officer.get(page + "/receipt?lang=en").body())
                .contains("Receipt", "Reviewed within 1 working days")
                .doesNotContain("??");
        officer.get("/staff/counter?lang=zh");
    }
}
