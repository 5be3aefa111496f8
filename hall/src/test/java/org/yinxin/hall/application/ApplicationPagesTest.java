package org.yinxin.hall.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.archive.Pictures;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.testing.Browser;

/** The pages of an application in a browser without scripts. */
class ApplicationPagesTest {

    private static ApplicationSite site;

    private final Actor.Subscriber owner = ApplicationSite.newcomer();
    private Browser browser;
    private CaseNumber number;

    @BeforeAll
    static void open() {
        site = new ApplicationSite();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @BeforeEach
    void begin() {
        browser = site.somebody(owner);
        number = site.opened(owner);
    }

    private String page(String rest) {
        return "/applications/" + number + rest;
    }

    @Test
    void shows_what_can_be_applied_for_to_everybody() {
        var home = site.hall.browser().get("/");
        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.body()).contains("内蒙CA 单位与专家证书", "/businesses/neimeng");
        var businesses = site.hall.browser().get("/businesses/neimeng");
        assertThat(businesses.statusCode()).isEqualTo(200);
        assertThat(businesses.body()).contains("单位证书新办", "280 元", "2个工作日内", "营业执照副本扫描件");
        assertThat(site.hall.browser().get("/businesses/neimeng?lang=en").body())
                .contains("New unit certificate", "CNY 280", "Valid for 1 year<");
    }

    @Test
    void lists_under_each_form_its_own_pages_and_opens_those_whose_turn_it_is() {
        Actor.Subscriber another = ApplicationSite.newcomer();
        Browser theirs = site.somebody(another);
        String path = "/applications/" + site.opened(another, "neimeng");
        String list = theirs.get(path).body();
        assertThat(list)
                .contains("填写经办人信息", path + "/form/agent")
                .contains("填写企业信息", "填写申请表")
                .doesNotContain("单位信息", "证书领取方式", path + "/form/organisation");
    }

    @Test
    void says_that_there_is_no_such_project() {
        assertThat(site.hall.browser().get("/businesses/nowhere").statusCode()).isEqualTo(404);
        assertThat(site.hall.browser().get("/businesses/No%20code").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/form/organisation", "/agreement", "/papers", "/check"})
    void hides_each_page_from_a_stranger_and_leads_nobody_to_the_sign_in(String rest) {
        Browser stranger = site.somebody(ApplicationSite.newcomer());
        assertThat(stranger.get(page(rest)).statusCode()).isEqualTo(404);
        var anonymous = site.hall.browser().get(page(rest));
        assertThat(anonymous.statusCode()).isBetween(302, 303);
        assertThat(Browser.location(anonymous)).contains("/sign-in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/form/organisation", "/agreement", "/check", "/papers/licence/remove"})
    void takes_nothing_from_a_stranger(String rest) {
        Browser stranger = site.somebody(ApplicationSite.newcomer());
        var answers = new HashMap<>(ApplicationSite.organisation());
        answers.putAll(Map.of("version", "1", "sm3", "x", "agreed", "true"));
        assertThat(stranger.post(page(rest), answers).statusCode()).isEqualTo(404);
    }

    @Test
    void knows_no_page_of_the_form_that_the_plan_does_not_know() {
        assertThat(browser.get(page("/form/treasure")).statusCode()).isEqualTo(404);
        assertThat(browser.get("/applications/new?plan=nowhere&business=NEW").statusCode())
                .isEqualTo(404);
    }

    @Test
    void leads_whoever_begins_twice_to_what_was_begun() {
        var again = browser.post("/applications", Map.of("plan", "xinghe", "business", "NEW"));
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(Browser.location(again)).endsWith(page("?done=open"));
        assertThat(browser.get(page("?done=open")).body()).contains("请在这里接着办");
    }

    @Test
    void saves_a_page_without_fault_and_goes_on_to_the_next() {
        var saved = browser.post(page("/form/organisation"), ApplicationSite.organisation());
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(Browser.location(saved)).endsWith(page("/form/legal"));
    }

    @Test
    void keeps_what_is_wrong_and_says_so_at_the_field_and_on_top() {
        var answers = ApplicationSite.organisation();
        answers.put("creditCode", "9115");
        answers.remove("city");
        var shown = browser.post(page("/form/organisation"), answers);
        assertThat(shown.statusCode()).isEqualTo(422);
        assertThat(shown.body())
                .contains("href=\"#creditCode\"", "href=\"#city\"", "value=\"9115\"")
                .contains("统一社会信用代码：");
        assertThat(browser.get(page("/form/organisation")).body())
                .contains("value=\"9115\"", "value=\"云岭市星河测试科技有限公司\"");
    }

    @Test
    void takes_a_code_that_was_pasted_in_groups() {
        var answers = ApplicationSite.organisation();
        answers.put("creditCode", " 9115 0100 MA0T 0045 X0 ");
        assertThat(browser.post(page("/form/organisation"), answers).statusCode()).isEqualTo(303);
        assertThat(browser.get(page("/form/organisation")).body())
                .contains("value=\"91150100MA0T0045X0\"");
    }

    @Test
    void warns_of_a_failing_credit_code_and_lets_it_pass_to_the_reviewer() {
        var answers = ApplicationSite.organisation();
        answers.put("creditCode", "91150100MA0T0045X1");
        assertThat(browser.post(page("/form/organisation"), answers).statusCode()).isEqualTo(303);
        assertThat(browser.get(page("/form/organisation")).body()).contains("审核人员核实");
        assertThat(browser.get(page("/check")).body()).contains("审核人员核实");
    }

    @Test
    void saves_in_passing_without_answering_a_page() {
        var saved =
                browser.send(
                        browser.scripted(page("/form/organisation"))
                                .header("HX-Request", "true")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("city=half+a+na")));
        assertThat(saved.statusCode()).isEqualTo(204);
        assertThat(browser.get(page("/form/organisation")).body()).contains("value=\"half a na\"");
    }

    @Test
    void asks_for_one_document_number_and_takes_only_that_one() {
        var answers =
                Map.of(
                        "legalName", "测试乙",
                        "legalDocument", "RESIDENT_ID",
                        "legalIdentityNumber", "150102198506150039",
                        "legalDocumentNumber", "");
        assertThat(browser.post(page("/form/legal"), answers).statusCode()).isEqualTo(303);
        assertThat(browser.get(page("/check")).body())
                .contains("法定代表人身份证号码")
                .doesNotContain("法定代表人证件号码");
    }

    @Test
    void accepts_no_agreement_that_was_not_ticked_or_not_this_one() {
        String shown = browser.get(page("/agreement")).body();
        String sm3 = shown.replaceAll("(?s).*name=\"sm3\" value=\"([0-9a-f]+)\".*", "$1");
        var unticked = browser.post(page("/agreement"), Map.of("version", "1", "sm3", sm3));
        assertThat(unticked.statusCode()).isEqualTo(422);
        assertThat(unticked.body()).contains("href=\"#agreed\"");

        var another = Map.of("version", "1", "sm3", "0".repeat(64), "agreed", "true");
        assertThat(browser.post(page("/agreement"), another).statusCode()).isGreaterThan(399);
        assertThat(browser.get(page("/agreement")).body()).contains("name=\"agreed\"");

        var accepted =
                browser.post(
                        page("/agreement"), Map.of("version", "1", "sm3", sm3, "agreed", "true"));
        assertThat(accepted.statusCode()).isEqualTo(303);
        assertThat(browser.get(page("/agreement")).body()).contains("您已同意这份协议");
    }

    @Test
    void keeps_a_good_paper_beside_a_bad_one_and_says_what_was_found_in_it() {
        byte[] program = "MZ this is a program".getBytes(StandardCharsets.US_ASCII);
        var shown =
                ApplicationSite.upload(
                        browser,
                        page("/papers"),
                        Map.of("licence", program, "seal", Pictures.jpeg(300, 200)));
        assertThat(shown.statusCode()).isEqualTo(422);
        assertThat(shown.body())
                .contains("href=\"#licence\"", "营业执照副本扫描件：", "这是程序文件")
                .contains(page("/papers/seal?"))
                .doesNotContain(page("/papers/licence?"));
        var picture = browser.get(page("/papers/seal"));
        assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/jpeg");
    }

    @Test
    void says_which_papers_are_missing() {
        var shown =
                ApplicationSite.upload(
                        browser, page("/papers"), Map.of("seal", Pictures.jpeg(300, 200)));
        assertThat(shown.statusCode()).isEqualTo(422);
        assertThat(shown.body())
                .contains("href=\"#licence\"", "href=\"#legal-id\"")
                .doesNotContain("href=\"#seal\"");
    }

    @Test
    void takes_a_paper_back() {
        ApplicationSite.upload(browser, page("/papers"), Map.of("seal", Pictures.jpeg(300, 200)));
        var removed = browser.post(page("/papers/seal/remove"), Map.of());
        assertThat(removed.statusCode()).isEqualTo(303);
        assertThat(browser.get(page("/papers/seal")).statusCode()).isEqualTo(404);
    }

    @Test
    void submits_nothing_that_is_incomplete() {
        var shown = browser.post(page("/check"), Map.of());
        assertThat(shown.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(shown.body()).contains("class=\"errors\"");
        assertThat(browser.get(page("")).body()).contains("填写中");
    }

    @Test
    void submits_once_and_then_shows_everything_and_changes_nothing() {
        browser.post(page("/form/organisation"), ApplicationSite.organisation());
        browser.post(
                page("/form/legal"),
                Map.of(
                        "legalName", "测试乙",
                        "legalDocument", "RESIDENT_ID",
                        "legalIdentityNumber", "150102198506150039"));
        browser.post(
                page("/form/agent"),
                Map.of(
                        "agentName", "测试甲",
                        "agentIdentityNumber", "150102199001010019",
                        "agentMobile", "19900000001",
                        "agentEmail", "agent@example.invalid"));
        browser.post(page("/form/delivery"), Map.of("address", "云岭市星河区示例路1号"));
        String agreement = browser.get(page("/agreement")).body();
        String sm3 = agreement.replaceAll("(?s).*name=\"sm3\" value=\"([0-9a-f]+)\".*", "$1");
        browser.post(page("/agreement"), Map.of("version", "1", "sm3", sm3, "agreed", "true"));
        byte[] paper = Pictures.jpeg(300, 200);
        ApplicationSite.upload(
                browser,
                page("/papers"),
                Map.of("licence", paper, "seal", paper, "legal-id", paper));

        var submitted = browser.post(page("/check"), Map.of());
        assertThat(submitted.statusCode()).isEqualTo(303);
        var shown = browser.get(Browser.location(submitted));
        assertThat(shown.body()).contains("待审核", "申请已经提交", "2个工作日内");

        assertThat(browser.post(page("/check"), Map.of()).statusCode()).isEqualTo(409);
        assertThat(browser.get(page("/form/organisation")).body())
                .contains("现在不能修改")
                .doesNotContain("name=\"creditCode\"");
        assertThat(browser.get(page("/papers")).body()).doesNotContain("type=\"file\"");
        assertThat(browser.get(page("/check")).body()).contains("9115").doesNotContain("确认提交");
    }
}
