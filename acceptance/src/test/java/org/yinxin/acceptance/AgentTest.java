package org.yinxin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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
 * 变更经办人: a unit changes its agent, by its legal representative or by a stamped letter; the new agent goes on where the
 * former one was, and the former one sees and does nothing any more.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgentTest {

    private static final String PLAN = "shaanxi";

    private RunningHall hall;
    private Staff staff;
    private Browser browser;
    private Path media;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.NEVER) Path data, @TempDir Path keys) {
        media = keys;
        hall = RunningHall.on(data);
        staff = Staff.of(hall);
        browser = new Browser();
    }

    @AfterAll
    void stop() {
        browser.close();
        hall.close();
    }

    /** A unit with a certificate, an open change of it, and an order that waits to be paid. */
    private record Unit(
            Client former, Answers answers, Pair pair, Case open, Case unpaid, String order) {

        String code() {
            return answers.get("creditCode");
        }
    }

    private Unit unit(String mobile) {
        Client former = Client.subscriber(hall.address(), mobile);
        Answers answers = Answers.ofAnotherOrganisation();
        Offer first = Offer.of(hall, PLAN, "NEW");
        Pair pair =
                new Passage(Case.open(former, first, answers), staff, medium()).through().pair();
        Case lost = Case.about(pair, Offer.of(hall, PLAN, "REISSUE_LOST"));
        Passage unpaid = new Passage(lost, staff, medium()).holding(pair).upTo("PAY");
        Case open = Case.about(pair, Offer.of(hall, PLAN, "CHANGE"));
        String order = unpaid.subject().view().path("order").path("id").asString();
        return new Unit(former, answers, pair, open, unpaid.subject(), order);
    }

    private Medium medium() {
        try {
            return new OpenSslKey(Files.createTempDirectory(media, "key"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Map<String, String> wish(Unit unit) {
        return Map.of(
                "unit",
                unit.code(),
                "name",
                "测试丙",
                "identityNumber",
                "150102198803030017",
                "until",
                LocalDate.now(Pair.CHINA).plusYears(1).toString());
    }

    @Test
    void the_legal_representative_confirms_and_the_new_agent_goes_on() {
        Unit unit = unit("19900000681");
        Client next = Client.subscriber(hall.address(), "19900000682");
        JsonNode handover = next.post("/api/v1/handovers", wish(unit)).expect(201);
        assertThat(handover.path("ways").valueStream().map(JsonNode::asString))
                .containsExactly("LEGAL_MOBILE", "LETTER");
        String path = "/api/v1/handovers/" + handover.path("number").asString();
        assertThat(unit.former().get(path).status()).isEqualTo(404);
        assertThat(unit.former().post(path + "/codes", Map.of()).status()).isEqualTo(404);

        JsonNode asked = next.post(path + "/codes", Map.of()).expect(200);
        assertThat(asked.path("check").path("state").asString()).isEqualTo("code-sent");
        String legal = unit.answers().get("legalMobile");
        String code = next.codeAfter(legal, handover.path("number").asString(), 0);
        String wrong = code.startsWith("0") ? "1" + code.substring(1) : "0" + code.substring(1);
        assertThat(next.post(path + "/confirmation", Map.of("code", wrong)).status())
                .isEqualTo(422);
        seesAll(unit, unit.former());
        JsonNode done = next.post(path + "/confirmation", Map.of("code", code)).expect(200);
        assertThat(done.path("state").asString()).isEqualTo("DONE");

        losesAll(unit, unit.former());
        seesAll(unit, next);
        assertThat(told(unit.former())).contains("授权已经结束");
        assertThat(told(next)).contains("您已担任");
        JsonNode agents = next.get("/api/v1/units/" + unit.code() + "/agents").expect(200);
        // One of the first certificate, one of the reissue that was approved, and the new one.
        assertThat(agents).hasSize(3);
        assertThat(agents.toString()).contains("HANDED_OVER").doesNotContain("测试甲");

        Case open = new Case(next, unit.open().offer(), unit.answers(), unit.open().number());
        assertThat(open.view().toString()).doesNotContain("150102199001010019");
        Case unpaid = new Case(next, unit.unpaid().offer(), unit.answers(), unit.unpaid().number());
        Pair mine =
                new Pair(
                        next,
                        unit.pair().serial(),
                        unit.pair().notAfter(),
                        unit.pair().medium(),
                        unit.answers());
        Pair found = new Passage(unpaid, staff, medium()).holding(mine).through().pair();
        assertThat(found.owner()).isEqualTo(next);
        found.isAcceptedByOpenSsl();
    }

    @Test
    void what_a_unit_takes_back_waits_for_the_next_agent() {
        Unit unit = unit("19900000683");
        String path = "/api/v1/staff/handovers/units/" + unit.code();
        Map<String, String> words = Map.of("words", "单位来函");
        assertThat(staff.entryOfficer().post(path + "/withdrawal", words).status()).isEqualTo(403);
        staff.approvingOfficer().post(path + "/withdrawal", words).expect(204);
        losesAll(unit, unit.former());
        assertThat(told(unit.former())).contains("收回");

        Client next = Client.subscriber(hall.address(), "19900000684");
        String number = letter(unit, next);
        assertThat(staff.entryOfficer().get("/api/v1/staff/handovers").status()).isEqualTo(403);
        staff.approvingOfficer()
                .post("/api/v1/staff/handovers/" + number + "/decision", Map.of("approve", true))
                .expect(204);
        seesAll(unit, next);
        losesAll(unit, unit.former());
    }

    private static String letter(Unit unit, Client next) {
        String number =
                next.post("/api/v1/handovers", wish(unit)).expect(201).path("number").asString();
        byte[] letter = Pictures.png("变更经办人函");
        next.put("/api/v1/handovers/" + number + "/letter", "image/png", letter).expect(200);
        return number;
    }

    @Test
    void an_agent_of_two_units_sees_each_apart() {
        Unit one = unit("19900000685");
        Unit other = unit("19900000686");
        staff.approvingOfficer()
                .post(
                        "/api/v1/staff/handovers/" + letter(other, one.former()) + "/decision",
                        Map.of("approve", true))
                .expect(204);
        Client agent = one.former();
        assertThat(agent.get("/api/v1/units").expect(200)).hasSize(2);
        for (Unit unit : List.of(one, other)) {
            JsonNode cases = agent.get("/api/v1/applications?unit=" + unit.code()).expect(200);
            assertThat(cases).hasSize(3);
            assertThat(cases.toString()).contains(unit.open().number());
            assertThat(agent.get("/api/v1/certificates?unit=" + unit.code()).expect(200))
                    .hasSize(2);
        }
        assertThat(agent.get("/api/v1/certificates").expect(200)).hasSize(4);
        assertThat(agent.post("/api/v1/units/" + one.code() + "/resignation", Map.of()).status())
                .isEqualTo(200);
        losesAll(one, agent, 2);
        seesAll(other, agent);
    }

    private static void seesAll(Unit unit, Client who) {
        who.get("/api/v1/certificates/" + unit.pair().serial()).expect(200);
        who.get(unit.open().path("")).expect(200);
        who.get(unit.unpaid().path("")).expect(200);
        who.get("/api/v1/orders/" + unit.order()).expect(200);
        assertThat(who.get("/api/v1/applications?unit=" + unit.code()).expect(200)).hasSize(3);
    }

    private void losesAll(Unit unit, Client who) {
        losesAll(unit, who, 0);
    }

    /** Knocks at every path of the API that leads to something of the unit. */
    private void losesAll(Unit unit, Client who, int certificatesLeft) {
        String order = "/api/v1/orders/" + unit.order();
        for (Case one : List.of(unit.open(), unit.unpaid())) {
            for (String rest :
                    List.of(
                            "",
                            "/agreement",
                            "/papers/licence",
                            "/identity/KYC",
                            "/bank-check/PAY")) {
                gone(who.get(one.path(rest)));
            }
            gone(who.put(one.path("/form"), Map.of("address", "x")));
            gone(who.put(one.path("/papers/licence"), "image/png", Pictures.png("x")));
            for (String rest :
                    List.of(
                            "/agreement",
                            "/submission",
                            "/payment",
                            "/production",
                            "/production/confirmation",
                            "/identity/KYC",
                            "/identity/KYC/confirmation",
                            "/activation/ACTIVATE",
                            "/key-proof/LOGIN_KEY",
                            "/unlock/codes",
                            "/unlock/grant",
                            "/unlock/links",
                            "/unlock/link")) {
                var answer = who.post(one.path(rest), body(rest));
                assertThat(answer.status()).as(rest).isBetween(400, 422).isNotEqualTo(409);
            }
        }
        String certificate = "/api/v1/certificates/" + unit.pair().serial();
        for (String rest : List.of("", "/businesses", ".pem", ".der")) {
            gone(who.get(certificate + rest));
        }
        gone(who.post(certificate + "/loss/codes", Map.of()));
        gone(who.post(certificate + "/loss", Map.of("code", "000000")));
        gone(who.get(order));
        gone(who.post(order + "/check", Map.of()));
        gone(who.get(order + "/voucher"));
        gone(who.put(order + "/voucher", "image/png", Pictures.png("x")));
        Pair lost = unit.pair().of(who);
        assertThat(Case.tryAbout(lost, Offer.of(hall, PLAN, "SUSPEND")).status()).isEqualTo(404);
        assertThat(who.get("/api/v1/applications?unit=" + unit.code()).expect(200)).isEmpty();
        assertThat(who.get("/api/v1/certificates?unit=" + unit.code()).expect(200)).isEmpty();
        assertThat(who.get("/api/v1/certificates").expect(200)).hasSize(certificatesLeft);
        gone(who.get("/api/v1/units/" + unit.code() + "/agents"));
        gone(who.post("/api/v1/units/" + unit.code() + "/resignation", Map.of()));
    }

    private static Map<String, ?> body(String rest) {
        return switch (rest) {
            case "/agreement" -> Map.of("version", 1, "sm3", "0");
            case "/payment" -> Map.of("channel", "wechat");
            default -> Map.of();
        };
    }

    private static void gone(Client.Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(404);
    }

    private static String told(Client who) {
        return who.get("/api/v1/inbox").expect(200).toString();
    }

    /** Whoever is signed in in the browser, as a program: the page's cookie and the bearer token are the same. */
    private Client sameAs(Page page) {
        String token =
                page.context().cookies().stream()
                        .filter(cookie -> cookie.name.equals("yinxin"))
                        .findFirst()
                        .orElseThrow()
                        .value;
        return new Client(hall.address(), token);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void changes_the_agent_by_a_letter_in_the_browser(int width) {
        String mobile = width == 360 ? "19900000687" : "19900000689";
        Unit unit = unit(mobile);
        String nextMobile = Long.toString(Long.parseLong(mobile) + 1);
        var album = Album.of("agent-" + width);
        var office = new Office(hall, browser, width, album);
        var applicant =
                new Applicant(
                        browser.person(width, 900),
                        hall.address(),
                        Stationery.of(unit.code(), nextMobile),
                        album);
        applicant.signInAt("/units");
        Page page = applicant.page();
        album.look(page, "units-none");
        Moves.click(page, page.locator("main a[href='/handovers/new']"));
        Moves.primary(page);
        album.look(page, "new-errors");
        page.locator("#unit").fill(unit.code());
        page.locator("#name").fill("测试丙");
        page.locator("#identityNumber").fill("150102198803030017");
        page.locator("#until").fill(LocalDate.now(Pair.CHINA).plusYears(1).toString());
        Moves.primary(page);
        album.look(page, "handover");
        Moves.click(page, page.locator("form[action$='/codes'] button"));
        album.look(page, "handover-code");
        page.locator("#letter")
                .setInputFiles(new FilePayload("letter.png", "image/png", Pictures.png("变更经办人函")));
        Moves.click(page, page.locator("form[action$='/letter'] button"));
        album.look(page, "handover-waiting");
        String number = Moves.path(page).replaceAll(".*/", "");

        Page desk = office.desk("approval");
        desk.navigate(hall.address() + "/staff/handovers");
        album.look(desk, "letters");
        Moves.click(desk, desk.locator("a[href$='/" + number + "']"));
        album.look(desk, "letter");
        Moves.click(desk, desk.locator("form[action$='/decision'] button.primary"));
        album.look(desk, "letters-decided");
        desk.locator("#unit").fill(unit.code());
        Moves.click(desk, desk.locator("form[action$='/handovers/units'] button"));
        album.look(desk, "staff-unit");

        page.navigate(hall.address() + "/units");
        album.look(page, "units");
        Moves.click(page, page.locator("main a[href='/units/" + unit.code() + "']"));
        album.look(page, "unit");
        page.navigate(hall.address() + "/applications?unit=" + unit.code());
        album.look(page, "applications");
        assertThat(page.locator("main article").count()).isEqualTo(3);
        page.navigate(hall.address() + "/certificates?unit=" + unit.code());
        album.look(page, "certificates");
        assertThat(page.locator("main article").count()).isEqualTo(2);
        page.navigate(hall.address() + "/units/" + unit.code());
        Moves.click(page, page.locator("form[action$='/resignation'] button"));
        album.look(page, "units-left");
        losesAll(unit, sameAs(page));
        office.close();
        page.context().close();
    }
}
