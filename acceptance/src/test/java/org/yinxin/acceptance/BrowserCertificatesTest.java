package org.yinxin.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of one certificate, in Chromium: its key is locked and unlocked, proved for a renewal, and lost. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrowserCertificatesTest {

    private static final String PLAN = "beijing";
    private static final String MOBILE = "19900000231";
    private static final String WRONG_PIN = "Yx-wrong-0000";
    private static final int DAYS_UNTIL_RENEWAL = 340;
    private static final int MORE_TRIES_THAN_THERE_ARE = 12;

    private final Album album = Album.of("certificates-1280");
    private Path data;
    private RunningHall hall;
    private Browser browser;
    private Office office;
    private Applicant applicant;
    private String certificate;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.NEVER) Path folder) {
        data = folder;
        browser = new Browser();
        hall = RunningHall.on(data);
        sitDown(browser.person(1280, 900), Album.none());
        applicant.open(PLAN, "NEW");
        applicant.walk(office);
        certificate = applicant.firstCertificate();
        office.close();
        sitDown(applicant.page(), album);
    }

    @AfterAll
    void stop() {
        browser.close();
        hall.close();
    }

    private void sitDown(Page page, Album looking) {
        office = new Office(hall, browser, 1280, looking);
        applicant =
                new Applicant(
                        page, hall.address(), Stationery.of("91150100MA0T00222X", MOBILE), looking);
    }

    private Page certificatePage() {
        Page page = applicant.page();
        page.navigate(hall.address() + "/certificates/" + certificate);
        return page;
    }

    @Test
    @Order(1)
    void locks_the_key_by_wrong_pins_and_says_each_time_how_many_tries_are_left() {
        Page page = certificatePage();
        applicant.openAbout(PLAN, "CHANGE");
        Moves.next(page);
        page.locator("#prove-pin").waitFor();
        for (int attempt = 0; attempt < MORE_TRIES_THAN_THERE_ARE; attempt++) {
            page.locator("#prove-pin").fill(WRONG_PIN);
            page.locator("#prove-form button.primary").click();
            assertThat(page.locator("#prove-said")).isEmpty();
            album.look(page, "key-wrong-pin");
            if (page.locator("#prove-trouble:visible").count() > 0) {
                album.look(page, "key-locked");
                assertThat(page.locator("#prove-trouble")).containsText("已锁定");
                assertThat(page.locator("#prove-form")).isHidden();
                return;
            }
        }
        throw new AssertionError("the key was not locked: " + page.locator("#prove").innerText());
    }

    @Test
    @Order(2)
    void unlocks_the_key_by_a_code_to_the_agents_telephone() {
        Page page = certificatePage();
        applicant.openAbout(PLAN, "UNLOCK");
        assertThat(applicant.walk(office)).isNotEmpty();
        assertThat(page.locator("#go")).hasCount(0);
    }

    @Test
    @Order(3)
    void renews_after_the_key_has_proved_itself_and_names_the_successor() {
        applicant.page().context().close();
        office.close();
        hall.close();
        hall = RunningHall.on(data, DAYS_UNTIL_RENEWAL);
        Page page = browser.person(1280, 900);
        sitDown(page, album);
        applicant.signInAt("/certificates/" + certificate);
        album.look(page, "certificate-expiring");
        applicant.openAbout(PLAN, "RENEW");
        applicant.walk(office);
        String renewed = applicant.firstCertificate();
        assertThat(renewed).isNotEqualTo(certificate);
        certificatePage();
        album.look(page, "certificate-superseded");
        assertThat(page.locator("a[href$='" + renewed + "']").first()).isVisible();
        certificate = renewed;
    }

    @Test
    @Order(4)
    void suspends_a_certificate_whose_key_is_reported_lost() {
        Page page = certificatePage();
        Moves.click(page, page.locator("a[href$='/loss']"));
        album.look(page, "loss");
        var telephone = new Telephone(hall.address());
        int before = telephone.codes(MOBILE, "").size();
        Moves.primary(page);
        page.locator("#code").fill(telephone.newCode(MOBILE, "", before));
        album.look(page, "loss-code");
        Moves.primary(page);
        assertThat(page.locator(".notice.done"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        album.look(page, "loss-done");
    }
}
