package org.yinxin.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * The counter (现场受理): an officer enters for a visitor, who goes on with the own telephone, and colleagues decide; and the
 * officers' desk of unlockings. Over the open API, and the pages in Chromium.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CounterTest {

    private static final String COUNTER = "/api/v1/staff/counter";
    private static final String PLAN = "zhongzhi";

    private OneSystem system;
    private Staff staff;
    private Browser browser;

    @BeforeAll
    void start(
            @TempDir(cleanup = CleanupMode.NEVER) Path data,
            @TempDir(cleanup = CleanupMode.NEVER) Path media) {
        system = new OneSystem(data, media, PLAN, "19900000420");
        staff = system.hall().staff();
        browser = new Browser();
    }

    @AfterAll
    void stop() {
        browser.close();
        system.close();
    }

    private String address() {
        return system.hall().hall().address();
    }

    private Client entry() {
        return staff.entryOfficer();
    }

    /** The visitor has signed in before: one code at a time is on its way to a telephone. */
    private String visit(Answers who) {
        String mobile = who.get("agentMobile");
        system.hall().owner(mobile);
        int before = entry().codes(mobile, "窗口").size();
        entry().post(COUNTER + "/codes", Map.of("mobile", mobile)).expect(202);
        Map<String, ?> visitor =
                Map.of(
                        "mobile", mobile,
                        "code", entry().codeAfter(mobile, "窗口", before),
                        "name", who.get("agentName"),
                        "identityNumber", who.get("agentIdentityNumber"),
                        "documentSeen", true);
        return entry().post(COUNTER + "/visits", visitor).expect(201).path("visit").asString();
    }

    /** Enters and submits a case as the visitor's; answers its number. */
    private String enter(Answers who, String visit, String business, String certificate) {
        Offer offer = system.offer(business);
        var opening = new LinkedHashMap<String, Object>();
        opening.put("plan", PLAN);
        opening.put("business", business);
        opening.put("certificate", certificate);
        opening.put("organisation", who.get("organisationName"));
        opening.put("creditCode", who.get("creditCode"));
        JsonNode opened =
                entry().post(COUNTER + "/visits/" + visit + "/applications", opening).expect(201);
        String path = COUNTER + "/" + opened.path("number").asString();
        entry().put(path + "/form", who.at(offer, "FORM")).expect(200);
        if (offer.gates().contains("AGREE")) {
            JsonNode agreement = entry().get(path + "/agreement").expect(200);
            entry().post(
                            path + "/agreement",
                            Map.of(
                                    "version", agreement.path("version").asInt(),
                                    "sm3", agreement.path("sm3").asString()))
                    .expect(200);
        }
        for (String paper : wanted(entry().get(path).expect(200).path("application"))) {
            byte[] scan = Pictures.anyOf(offer.paper(paper).path("formats"), paper);
            entry().put(path + "/papers/" + paper, "application/octet-stream", scan).expect(200);
            entry().put(path + "/originals/" + paper, Map.of("kept", true)).expect(200);
        }
        entry().post(path + "/submission", Map.of()).expect(200);
        return opened.path("number").asString();
    }

    private static List<String> wanted(JsonNode view) {
        List<String> wanted = new ArrayList<>();
        for (JsonNode paper : view.path("papers")) {
            if (paper.path("required").asBoolean()) {
                wanted.add(paper.path("code").asString());
            }
        }
        return wanted;
    }

    private Case asVisitor(Answers who, String business, String number) {
        Client visitor = system.hall().owner(who.get("agentMobile"));
        return new Case(visitor, system.offer(business), who, number);
    }

    @Test
    void enters_for_a_visitor_who_pays_and_gets_a_certificate_with_the_own_account(
            @TempDir Path key) {
        Answers who = Answers.ofAnotherOrganisation();
        String number = enter(who, visit(who), "NEW", "");
        JsonNode receipt = entry().post(COUNTER + "/" + number + "/receipt", Map.of()).expect(200);
        assertThat(receipt.path("business").asString()).isEqualTo("初次办理");
        assertThat(receipt.path("fee").asString()).isEqualTo("260.00");
        assertThat(receipt.path("workingDays").asInt()).isEqualTo(1);
        assertThat(receipt.path("papers").size()).isEqualTo(4);
        assertThat(receipt.path("officer").asString()).isNotBlank();

        Case subject = asVisitor(who, "NEW", number);
        assertThat(subject.status()).isEqualTo("待审核");
        new Passage(subject, staff, new OpenSslKey(key)).through().pair().isAcceptedByOpenSsl();
        assertThat(subject.finished()).isTrue();
        assertThat(subject.view().path("timeline").toString()).contains("STAFF");
    }

    @Test
    void refuses_whoever_is_no_entry_officer() {
        for (Client other :
                List.of(
                        staff.approvingOfficer(),
                        staff.producer(),
                        staff.finance(),
                        system.hall().owner("19900000421"))) {
            assertThat(other.get(COUNTER).status()).isEqualTo(403);
            assertThat(other.post(COUNTER + "/codes", Map.of("mobile", "19900000422")).status())
                    .isEqualTo(403);
        }
        assertThat(Client.anonymous(address()).get(COUNTER).status()).isEqualTo(401);
        assertThat(entry().get("/api/v1/staff/unlockings").status()).isEqualTo(403);
    }

    @Test
    void unlocks_at_the_counter_when_an_officer_grants_it_and_not_when_one_refuses() {
        Answers who = Answers.ofAnotherOrganisation();
        Client visitor = system.hall().owner(who.get("agentMobile"));
        AgentToken token = AgentToken.make(system.hall().hall(), visitor);
        Pair pair = system.hall().issue(visitor, system.offer("NEW"), who, token);
        token.lock();

        String visit = visit(who);
        String refused = enter(who, visit, "UNLOCK_COUNTER", pair.serial());
        staff.approve(refused);
        String desk = "/api/v1/staff/unlockings";
        assertThat(staff.producer().get(desk).expect(200).path("waiting").toString())
                .contains(refused, pair.serial(), "COUNTER");
        assertThat(
                        staff.producer()
                                .post(desk + "/" + refused + "/refusal", Map.of("words", ""))
                                .status())
                .isEqualTo(422);
        staff.producer()
                .post(desk + "/" + refused + "/refusal", Map.of("words", "密钥介质序列号不符"))
                .expect(204);
        Case ended = asVisitor(who, "UNLOCK_COUNTER", refused);
        assertThat(ended.view().toString()).contains("密钥介质序列号不符", "工作人员核对后不予解锁");
        assertThat(staff.producer().get(desk).expect(200).path("waiting").toString())
                .doesNotContain(refused);

        String granted = enter(who, visit, "UNLOCK_COUNTER", pair.serial());
        new Passage(asVisitor(who, "UNLOCK_COUNTER", granted), staff, token)
                .holding(pair)
                .through();
        assertThat(token.locked()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void its_pages_lead_an_officer_from_the_visitor_to_the_receipt(int width) {
        var album = Album.of("counter-" + width);
        var office = new Office(system.hall().hall(), browser, width, album);
        Answers who = Answers.ofAnotherOrganisation();
        Stationery stationery = new Stationery(who.byField());
        Page page = office.desk("entry");
        page.navigate(address() + "/staff/counter");
        album.look(page, "counter");
        receive(page, album, who);
        page.locator("#what").selectOption(PLAN + " NEW");
        page.locator("#organisation").fill(who.get("organisationName"));
        page.locator("#creditCode").fill(who.get("creditCode"));
        Moves.primary(page);
        album.look(page, "case");
        String place = Moves.path(page);
        for (int step = 0; step < 12 && page.locator("#go").count() > 0; step++) {
            String href = page.locator("#go").getAttribute("href");
            Moves.next(page);
            album.look(page, "step-" + href.replaceAll(".*/", ""));
            step(page, stationery, href);
            page.navigate(address() + place);
            if (href.endsWith("/papers")) {
                seeOriginals(page, album);
            }
        }
        assertThat(page.locator("#receipt")).isVisible();
        Moves.click(page, page.locator("#receipt"));
        album.look(page, "receipt");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        album.look(page, "receipt-printed");
        assertThat(page.locator(".nav")).isHidden();
        assertThat(page.locator("main")).containsText("260");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        office.close();
    }

    private void receive(Page page, Album album, Answers who) {
        String mobile = who.get("agentMobile");
        var telephone = new Telephone(address());
        page.locator("#mobile").fill(mobile);
        Moves.click(page, page.locator("button[formaction$='/codes']"));
        album.look(page, "code-sent");
        page.locator("#code").fill(telephone.newCode(mobile, "窗口", 0));
        page.locator("#name").fill(who.get("agentName"));
        page.locator("#identityNumber").fill(who.get("agentIdentityNumber"));
        Moves.primary(page);
        album.look(page, "document-unseen");
        assertThat(page.locator("#errors")).isVisible();
        page.locator("#documentSeen").check();
        Moves.primary(page);
        album.look(page, "visit");
    }

    private static void step(Page page, Stationery stationery, String href) {
        if (href.contains("/form/")) {
            stationery.fillIn(page);
        } else if (href.endsWith("/agreement")) {
            page.locator("#agreed").check();
        } else if (href.endsWith("/papers")) {
            stationery.handIn(page);
        }
        Moves.primary(page);
        assertThat(Moves.complaints(page)).as(href).isEmpty();
    }

    /** With the keyboard alone: each answer leaves the focus on its paper, and the next button is reached from there. */
    private void seeOriginals(Page page, Album album) {
        Locator papers = page.locator("[id^=original-]");
        int all = papers.count();
        for (int i = 0; i < all; i++) {
            papers.nth(i).locator("button").first().focus();
            page.keyboard().press("Enter");
            assertThat(papers.locator(".tag.done")).hasCount(i + 1);
            // The browser moves the focus to the paper that the address names, a moment after the
            // page has come. A key pressed before that goes nowhere.
            assertThat(papers.nth(i)).isFocused();
        }
        album.look(page, "originals");
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void officers_grant_an_unlocking_on_a_page_that_says_what_to_check(int width) {
        var album = Album.of("unlock-desk-" + width);
        var office = new Office(system.hall().hall(), browser, width, album);
        Pair pair = system.issue();
        Passage waiting = system.begin(pair, "UNLOCK_COUNTER").upTo("UNLOCK");
        String number = waiting.subject().number();
        Page page = office.desk("producer");
        page.navigate(address() + "/staff/unlockings");
        album.look(page, "list");
        Moves.click(page, page.locator("a[href$='/unlockings/" + number + "']"));
        album.look(page, "one");
        Moves.primary(page);
        album.look(page, "unchecked");
        assertThat(page.locator("#errors")).isVisible();
        page.locator("#checked").check();
        Moves.primary(page);
        album.look(page, "granted");
        assertThat(page.locator("main")).containsText(number + " 已授权");
        page.navigate(address() + "/staff/unlockings/" + number);
        page.locator("#words").fill("经办人没有带密钥介质");
        Moves.click(page, page.locator("form[action$='/refusal'] button"));
        album.look(page, "refused");
        assertThat(page.locator("main")).containsText(number + " 已拒绝");
        assertThat(waiting.subject().view().toString()).contains("经办人没有带密钥介质");
        office.close();
    }
}
