package org.yinxin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The main business of each plan in Chromium, by subscriber and staff, from the home page to the certificate. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserPlansTest {

    private static final String CREDIT_CODE = "91150100MA0T0045X0";

    private RunningHall hall;
    private Browser browser;
    private Office desks;
    private Office counters;
    private final Album wide = Album.of("plans-1280");
    private final Album narrow = Album.of("plans-360");

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.NEVER) Path data) {
        hall = RunningHall.on(data);
        browser = new Browser();
        desks = new Office(hall, browser, 1280, wide);
        counters = new Office(hall, browser, 360, narrow);
    }

    @AfterAll
    void stop() {
        browser.close();
        hall.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ipass,      19900000201",
        "zhongzhi,   19900000202",
        "neimeng,    19900000203",
        "shaanxi,    19900000204",
        "shenzhen,   19900000205",
        "xiangsheng, 19900000206",
        "beijing,    19900000207",
        "chongqing,  19900000208",
        "zhongyuan,  19900000209"
    })
    void walks_the_main_business_at_a_desk(String plan, String mobile) {
        walk(browser.person(1280, 900), plan, mobile, CREDIT_CODE, desks, wide);
    }

    @ParameterizedTest
    @CsvSource({
        "ipass,    19900000211, 91150100MA0T00070H",
        "shenzhen, 19900000212, 91150100MA0T00070H",
        "beijing,  19900000213, 91150100MA0T00070H"
    })
    void walks_the_main_business_in_a_window_of_360_pixels(
            String plan, String mobile, String creditCode) {
        walk(browser.person(360, 740), plan, mobile, creditCode, counters, narrow);
    }

    private void walk(
            Page page, String plan, String mobile, String creditCode, Office office, Album album) {
        var applicant =
                new Applicant(page, hall.address(), Stationery.of(creditCode, mobile), album);
        applicant.open(plan, "NEW");
        applicant.walk(office);
        applicant.firstCertificate();
        assertThat(page.locator("h1 .tag").innerText()).isEqualTo("有效");
        page.context().close();
    }
}
