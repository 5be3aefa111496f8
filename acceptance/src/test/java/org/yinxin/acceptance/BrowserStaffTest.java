package org.yinxin.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rooms of the staff beside the work lists, in Chromium, with one case done and one waiting for review. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserStaffTest {

    private static final String ORGANISATION = "云岭市星河测试";

    private RunningHall hall;
    private Browser browser;
    private String waiting;
    private String certificate;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.NEVER) Path data) {
        hall = RunningHall.on(data);
        browser = new Browser();
        var album = Album.none();
        var office = new Office(hall, browser, 1280, album);
        certificate = done(album, office);
        waiting = underReview(album);
        office.close();
    }

    private String done(Album album, Office office) {
        Applicant applicant = applicant("19900000241", "91150100MA0T0002X6", album);
        applicant.open("neimeng", "NEW");
        applicant.walk(office);
        String serial = applicant.firstCertificate();
        applicant.page().context().close();
        return serial;
    }

    private String underReview(Album album) {
        Applicant applicant = applicant("19900000242", "91150100MA0T00345Y", album);
        String number = applicant.open("neimeng", "NEW");
        applicant.walkToTheOffice();
        applicant.page().context().close();
        return number;
    }

    private Applicant applicant(String mobile, String creditCode, Album album) {
        return new Applicant(
                browser.person(1280, 900),
                hall.address(),
                Stationery.of(creditCode, mobile),
                album);
    }

    @AfterAll
    void stop() {
        browser.close();
        hall.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void shows_where_everything_stands_and_leads_there(int width) {
        var album = Album.of("staff-" + width);
        var office = new Office(hall, browser, width, album);
        Page page = office.desk("entry");
        page.navigate(hall.address() + "/staff/dashboard");
        album.look(page, "dashboard");
        assertThat(page.locator(".bars a.n").first()).isVisible();
        Moves.click(page, page.locator(".bars a.n").first());
        album.look(page, "at-gate");
        assertThat(page.locator("main table")).containsText(waiting);

        page.navigate(hall.address() + "/staff/search");
        page.locator("#q").fill(ORGANISATION);
        Moves.primary(page);
        album.look(page, "search");
        assertThat(page.locator("main table")).containsText(waiting);
        Moves.click(page, page.locator("main table a[href$='/reviews/" + waiting + "']"));
        album.look(page, "case");
        office.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void keeps_the_calendar_and_says_what_is_wrong_at_its_field(int width) {
        var album = Album.of("calendar-" + width);
        var office = new Office(hall, browser, width, album);
        Page page = office.desk("administrator");
        page.navigate(hall.address() + "/staff/calendar");
        album.look(page, "calendar");
        Moves.click(page, page.locator("form[action$='/calendar/days'] button.primary"));
        album.look(page, "calendar-errors");
        assertThat(page.locator("form[action$='/calendar/days'] .error").first()).isVisible();
        String day = width == 360 ? "2027-05-03" : "2027-05-04";
        page.locator("#from").fill(day);
        page.locator("#name").fill("劳动节");
        Moves.click(page, page.locator("form[action$='/calendar/days'] button.primary"));
        album.look(page, "calendar-marked");
        assertThat(page.getByText("劳动节").first()).isVisible();
        Moves.click(page, page.locator("form[action$='/calendar/days/" + day + "/clear'] button"));
        assertThat(page.locator("form[action$='" + day + "/clear']")).hasCount(0);
        office.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void suspends_a_certificate_by_two_people(int width) {
        var album = Album.of("changes-" + width);
        var office = new Office(hall, browser, width, album);
        boolean suspended = width == 360;
        Page entry = office.desk("entry");
        entry.navigate(hall.address() + "/staff/certificates");
        album.look(entry, "ledger");
        Moves.click(entry, entry.locator("main table a[href$='" + certificate + "']"));
        album.look(entry, "certificate");
        Moves.click(entry, entry.locator("a[href$='/changes']"));
        album.look(entry, "changes");
        if (suspended) {
            assertThat(entry.locator(".timeline")).containsText("挂起");
            office.close();
            return;
        }
        entry.locator("#deed").selectOption("HOLD");
        entry.locator("#reason").selectOption(firstReason(entry));
        Moves.primary(entry);
        album.look(entry, "changes-errors");
        assertThat(entry.locator("#note-error")).isVisible();
        entry.locator("#note").fill("来函要求暂停使用");
        Moves.primary(entry);
        album.look(entry, "changes-entered");

        Page approval = office.desk("approval");
        approval.navigate(hall.address() + "/staff/certificates/" + certificate + "/changes");
        album.look(approval, "changes-decide");
        Moves.click(approval, approval.locator("button[name=approve][value=true]"));
        album.look(approval, "changes-done");
        assertThat(approval.locator(".timeline")).containsText("挂起");
        office.close();
    }

    private static String firstReason(Page page) {
        List<String> reasons =
                page.locator("#reason option:not([value=''])").all().stream()
                        .map(option -> option.getAttribute("value"))
                        .toList();
        assertThat(reasons).isNotEmpty();
        return reasons.getFirst();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void finds_a_payment_at_the_desk_of_finance(int width) {
        var album = Album.of("finance-" + width);
        var office = new Office(hall, browser, width, album);
        Page page = office.desk("finance");
        page.navigate(hall.address() + "/staff/vouchers");
        album.look(page, "vouchers");
        page.navigate(hall.address() + "/staff/payments");
        album.look(page, "payments");
        office.close();
    }
}
