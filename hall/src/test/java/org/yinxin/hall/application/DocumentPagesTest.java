package org.yinxin.hall.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.hall.testing.Outcomes.done;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.archive.Documents;
import org.yinxin.hall.archive.Pictures;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.testing.Browser;

/** Papers that are PDF documents, handed in by page and by program. */
class DocumentPagesTest {

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
        number = site.opened(owner, "shenzhen");
        var agreement = done(site.hall.get(ReadAgreement.class).read(owner, number));
        done(
                site.hall
                        .get(AcceptAgreement.class)
                        .accept(owner, number, agreement.version(), agreement.sm3(), "127.0.0.1"));
        done(site.hall.get(SaveForm.class).save(owner, number, answers()));
    }

    /** The papers are asked for when the form is complete. */
    private static Map<String, String> answers() {
        return Map.ofEntries(
                Map.entry("product", "organisation"),
                Map.entry("organisationName", "云岭市星河测试科技有限公司"),
                Map.entry("creditCode", "91150100MA0T0045X0"),
                Map.entry("province", "内蒙古自治区"),
                Map.entry("city", "云岭市"),
                Map.entry("legalName", "测试乙"),
                Map.entry("legalIdentityNumber", "150102198506150039"),
                Map.entry("agentName", "测试甲"),
                Map.entry("agentIdentityNumber", "150102199001010019"),
                Map.entry("agentMobile", "19900000001"),
                Map.entry("agentEmail", "agent@hall.example"),
                Map.entry("bankName", "云岭测试银行"),
                Map.entry("bankAccount", "6200000000000000001"),
                Map.entry("address", "云岭市星河区测试路1号"),
                Map.entry("invoice", "NONE"));
    }

    private String papers(String rest) {
        return "/applications/" + number + "/papers" + rest;
    }

    private HttpResponse<String> put(String paper, byte[] content) {
        return browser.send(
                browser.request("/api/v1/applications/" + number + "/papers/" + paper)
                        .header("Accept", "application/json")
                        .header("Content-Type", "application/pdf")
                        .PUT(BodyPublishers.ofByteArray(content)));
    }

    @Test
    void offers_what_the_plan_takes() {
        assertThat(browser.get(papers("")).body())
                .contains("格式 jpeg / jpg / pdf，不超过 2 MB", "accept=\".jpeg,.jpg,.pdf\"");
    }

    @Test
    void shows_the_first_page_of_what_was_handed_in_to_its_owner_and_to_nobody_else() {
        ApplicationSite.upload(browser, papers(""), Map.of("licence", Documents.pdf(2)));
        assertThat(browser.get(papers("")).body())
                .contains("src=\"" + papers("/licence/pages/1?"), "href=\"" + papers("/licence\""));
        var page = browser.get(papers("/licence/pages/1"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        var whole = browser.get(papers("/licence"));
        assertThat(whole.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(whole.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        assertThat(browser.get(papers("/licence/pages/3")).statusCode()).isEqualTo(404);
        Browser stranger = site.somebody(ApplicationSite.newcomer());
        assertThat(stranger.get(papers("/licence/pages/1")).statusCode()).isEqualTo(404);
        assertThat(site.hall.browser().get(papers("/licence/pages/1")).statusCode())
                .isNotEqualTo(200);
    }

    @Test
    void says_at_the_paper_what_is_wrong_with_it_and_what_to_do() {
        var shown =
                ApplicationSite.upload(
                        browser,
                        papers(""),
                        Map.of(
                                "form", Documents.withScript(),
                                "licence", Documents.pdf(21),
                                "seal", Documents.encrypted("secret")));
        assertThat(shown.statusCode()).isEqualTo(422);
        assertThat(shown.body())
                .contains("href=\"#form\"", "href=\"#licence\"", "href=\"#seal\"")
                .contains("这份 PDF 含有脚本（JavaScript）。PDF 只能是纸面内容。请用“打印”功能另存为普通 PDF")
                .contains("PDF 超过 20 页")
                .contains("PDF 设有打开密码");
        assertThat(browser.get(papers("/form")).statusCode()).isEqualTo(404);
    }

    @Test
    void a_program_hands_in_a_document_and_is_told_the_same() {
        var taken = put("licence", Documents.pdf(1));
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.body()).contains("\"format\":\"pdf\"");
        var refused = put("seal", Documents.withScript());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("\"code\":1410", "JavaScript");
    }

    @Test
    void the_bytes_say_what_it_is_and_not_the_name() {
        byte[] program = "MZ this is a program".getBytes(StandardCharsets.US_ASCII);
        assertThat(put("seal", program).body()).contains("\"code\":1403", "这是程序文件");
        assertThat(put("seal", Pictures.jpeg(300, 200)).body()).contains("\"format\":\"jpeg\"");
        assertThat(put("form", Pictures.png(30, 20)).body())
                .contains("\"code\":1403", "jpeg, pdf", "PNG");
    }
}
