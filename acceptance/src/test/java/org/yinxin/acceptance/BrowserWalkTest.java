package org.yinxin.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The README's walk by hand, in Chromium: once at a desk, once on a telephone's width. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserWalkTest {

    private static final List<String> INSTITUTION_PAPERS =
            List.of(
                    "legal-seal",
                    "legal-signature",
                    "application-form",
                    "letter",
                    "institution-licence");

    private RunningHall hall;
    private Browser browser;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.NEVER) Path data) {
        hall = RunningHall.on(data);
        browser = new Browser();
    }

    @AfterAll
    void stop() {
        browser.close();
        hall.close();
    }

    @Test
    void walks_at_a_desk_from_the_home_page_to_the_certificate() {
        walk(
                browser.person(1280, 900),
                "19900000101",
                "91150100MA0T00070H",
                new Screenshots("desk"));
    }

    @Test
    void walks_in_a_window_of_360_pixels() {
        walk(
                browser.person(360, 740),
                "19900000102",
                "1215010046000001XX",
                new Screenshots("telephone"));
    }

    @Test
    void shows_the_home_page_in_english_and_in_the_dark() {
        Page page = browser.person(1280, 900);
        page.navigate(hall.address() + "/?lang=en");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        new Screenshots("english").take(page, "home");
        page.emulateMedia(
                new Page.EmulateMediaOptions()
                        .setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
        new Screenshots("dark").take(page, "home");
    }

    private void walk(Page page, String mobile, String creditCode, Screenshots screenshots) {
        page.navigate(hall.address() + "/");
        screenshots.take(page, "home");
        page.locator(".cards a[href='/businesses/neimeng']").click();
        screenshots.take(page, "project");
        page.locator(".cards a.button").first().click();
        signIn(page, mobile, screenshots);
        screenshots.take(page, "new");
        primary(page);
        String application = page.url();
        screenshots.take(page, "application");

        Map<String, String> form = Application.form(creditCode);
        form.put("agentMobile", mobile);
        String number = application.substring(application.lastIndexOf('/') + 1);
        fillIn(page, form, screenshots);
        identify(page, mobile, number, "identity-agent", screenshots);
        page.navigate(application);
        fillIn(page, form, screenshots);
        identify(page, mobile, number, "identity-organisation", screenshots);
        boolean enterprise = Application.enterprise(creditCode);
        assertThat(page.locator("#stage h2")).hasText(enterprise ? "验证通过" : "登记机关查不到，可以继续办理");
        page.navigate(application);
        agree(page, screenshots);
        if (enterprise) {
            upload(page, Application.PAPERS, "papers", screenshots);
        }
        identify(page, mobile, number, "contract", screenshots);
        page.navigate(application);
        fillIn(page, form, screenshots);
        upload(
                page,
                enterprise ? Application.LEGAL_PAPERS : INSTITUTION_PAPERS,
                "papers-legal",
                screenshots);
        next(page);
        screenshots.take(page, "check");
        primary(page);
        assertThat(page.locator("#status")).hasText("待审核");
        screenshots.take(page, "submitted");

        review(page, number, screenshots);

        page.navigate(application);
        assertThat(page.locator("#status")).hasText("资料审核通过");
        pay(page, screenshots);
        page.navigate(application);
        assertThat(page.locator("#status")).hasText("等待制证发证");
        assertThat(page.locator(".timeline")).containsText("支付成功");
        produce(page, screenshots);
        page.navigate(application);
        assertThat(page.locator("#status")).hasText("待领取或寄出");
        deliver(page, number, screenshots);
        page.navigate(application);
        assertThat(page.locator("#status")).hasText("已办结");
        // One of the two kinds of papers concerned somebody else.
        assertThat(page.getByText("不需要", new Page.GetByTextOptions().setExact(true))).hasCount(1);
        screenshots.take(page, "done");

        page.locator("#live a[href*='/certificates/']").first().click();
        screenshots.take(page, "certificate");
        page.navigate(hall.address() + "/inbox");
        screenshots.take(page, "inbox");
    }

    private void signIn(Page page, String mobile, Screenshots screenshots) {
        page.locator("#mobile").fill(mobile);
        screenshots.take(page, "sign-in");
        primary(page);
        screenshots.take(page, "code");
        page.locator("#code").fill(Client.anonymous(hall.address()).latestCode(mobile));
        primary(page);
    }

    /** The form, page by page: each field by its name, until no further page follows. */
    private void fillIn(Page page, Map<String, String> form, Screenshots screenshots) {
        next(page);
        while (page.url().contains("/form/")) {
            String here = page.url();
            form.forEach((field, answer) -> answer(page, field, answer));
            screenshots.take(page, here.substring(here.lastIndexOf('/') + 1));
            primary(page);
            assertThat(page.url()).as("the answers of this page are accepted").isNotEqualTo(here);
        }
    }

    private static void answer(Page page, String field, String answer) {
        Locator input = page.locator("main [name='" + field + "']").first();
        if (input.count() == 0) {
            return;
        }
        if ("radio".equals(input.getAttribute("type"))) {
            page.locator("main [name='" + field + "'][value='" + answer + "']").check();
        } else if ("SELECT".equals(input.evaluate("e => e.tagName"))) {
            input.selectOption(answer);
        } else {
            input.fill(answer);
            input.blur();
        }
    }

    private void agree(Page page, Screenshots screenshots) {
        next(page);
        page.locator("[name='agreed']").check();
        screenshots.take(page, "agreement");
        primary(page);
    }

    /** By the first method offered: a code, where one is sent, or a source that answers at once. */
    private void identify(
            Page page, String mobile, String number, String title, Screenshots screenshots) {
        next(page);
        var telephone = new Telephone(hall.address());
        int before = telephone.codes(mobile, number).size();
        screenshots.take(page, title);
        primary(page);
        page.locator("#code, #stage .notice.done").first().waitFor();
        if (page.locator("#code").count() > 0) {
            page.locator("#code").fill(telephone.newCode(mobile, number, before));
            primary(page);
        }
        page.locator("#stage .notice.done").waitFor();
        screenshots.take(page, title + "-passed");
    }

    /** The papers of this step and of no other. */
    private void upload(Page page, List<String> papers, String title, Screenshots screenshots) {
        next(page);
        page.locator("input[type=file]").first().waitFor();
        // A file that is chosen before the scripts have come is sent by the button alone.
        page.waitForLoadState();
        assertThat(page.locator("section.paper input[type=file]")).hasCount(papers.size());
        // What was handed in before stands behind what is wanted now.
        assertThat(page.locator("section.paper").first().locator("input[type=file]")).hasCount(1);
        for (String paper : papers) {
            page.locator("#" + paper)
                    .setInputFiles(
                            new FilePayload(
                                    paper + ".png", "image/png", Pictures.png("演示资料 " + paper)));
            page.locator("#paper-" + paper + " figure.given").waitFor();
        }
        screenshots.take(page, title);
        primary(page);
    }

    private void deliver(Page subscriber, String number, Screenshots screenshots) {
        Page producer = staff("producer", subscriber.viewportSize().width);
        producer.navigate(hall.address() + "/staff/deliveries");
        producer.locator("main table a", new Page.LocatorOptions().setHasText(number)).click();
        producer.locator("[name=way][value=COURIER_COLLECT]").check();
        producer.locator("#carrier").fill("示例快递");
        producer.locator("#trackingNumber").fill("SL1234567890123");
        screenshots.take(producer, "delivery");
        submit(producer, primaryOf(producer));
        producer.context().close();
    }

    private void review(Page subscriber, String number, Screenshots screenshots) {
        int width = subscriber.viewportSize().width;
        Page entry = staff("entry", width);
        screenshots.take(entry, "queue");
        entry.navigate(hall.address() + "/staff/reviews/" + number);
        screenshots.take(entry, "case");
        // Whom the register does not know, somebody of the staff has to judge by the papers.
        for (Locator judged : entry.locator(".doubtful .judge input[value=ok]").all()) {
            judged.check(new Locator.CheckOptions().setForce(true));
        }
        submit(entry, entry.locator("form[action$='/entry'] button.primary"));
        entry.context().close();

        Page approval = staff("approval", width);
        approval.navigate(hall.address() + "/staff/reviews/" + number);
        screenshots.take(approval, "decision");
        submit(approval, approval.locator("button[value='approve']"));
        approval.context().close();
    }

    private Page staff(String name, int width) {
        Page page = browser.person(width, 900);
        page.navigate(hall.address() + "/staff/sign-in");
        page.locator("#name").fill(name);
        page.locator("#password").fill(hall.staffPassword(name));
        primary(page);
        return page;
    }

    private void pay(Page page, Screenshots screenshots) {
        page.locator("form.pay button.primary").click();
        screenshots.take(page, "order");
        Page telephone = page.context().newPage();
        telephone.navigate(
                hall.address() + page.locator("a[href*='/demo/wechat']").getAttribute("href"));
        screenshots.take(telephone, "test-telephone");
        submit(telephone, primaryOf(telephone));
        telephone.close();
        // The order's page reloads itself when the money arrives; nothing looks at it before it
        // has.
        page.locator(".notice.done").waitFor();
        screenshots.take(page, "settled");
    }

    private void produce(Page page, Screenshots screenshots) {
        next(page);
        page.locator("input[type='password']").first().waitFor();
        screenshots.take(page, "produce");
        for (Locator pin : page.locator("input[type='password']").all()) {
            pin.fill("Yx-test-2611");
        }
        primary(page);
        page.waitForURL(url -> !url.endsWith("/produce"));
    }

    /** The one primary button or link that leads on from an application. */
    private static void next(Page page) {
        page.locator("#go").click();
        page.waitForLoadState();
    }

    private static void primary(Page page) {
        primaryOf(page).click();
        page.waitForLoadState();
    }

    private static Locator primaryOf(Page page) {
        return page.locator("main .actions button.primary, main .actions button[type=submit]")
                .first();
    }

    /** Clicks, and stays until the page that follows has come: Chromium may never close a page that is on its way. */
    private static void submit(Page page, Locator button) {
        page.waitForResponse(
                answer -> answer.request().isNavigationRequest() && answer.status() == 200,
                button::click);
        page.waitForLoadState();
    }
}
