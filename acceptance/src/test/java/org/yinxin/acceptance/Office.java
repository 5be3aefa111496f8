package org.yinxin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.HashMap;
import java.util.Map;

/** The staff at their browsers: each signed in once, each looking through the work lists of their own. */
final class Office {

    private final RunningHall hall;
    private final Browser browser;
    private final int width;
    private final Album album;
    private int transfers;
    private final Map<String, Page> desks = new HashMap<>();

    Office(RunningHall hall, Browser browser, int width, Album album) {
        this.hall = hall;
        this.browser = browser;
        this.width = width;
        this.album = album;
    }

    /** Does for a case whatever is next on one of the lists. */
    void serve(String number) {
        if (!settle(number)
                && !enter(number)
                && !decide(number)
                && !produce(number)
                && !deliver(number)) {
            throw new AssertionError("nobody of the staff has " + number + " on a list");
        }
    }

    /** Somebody of the staff, signed in. */
    Page desk(String name) {
        return desks.computeIfAbsent(name, this::signIn);
    }

    private Page signIn(String name) {
        Page page = browser.person(width, 900);
        page.navigate(hall.address() + "/staff/sign-in");
        album.look(page, "staff-sign-in");
        page.locator("#name").fill(name);
        page.locator("#password").fill(hall.staffPassword(name));
        Moves.primary(page);
        return page;
    }

    private boolean settle(String number) {
        Page page = list("finance", "/staff/vouchers", "staff-vouchers");
        if (!take(page, number)) {
            return false;
        }
        album.look(page, "staff-voucher");
        page.locator("#received")
                .fill(page.locator(".due strong").innerText().replaceAll("[^0-9.]", ""));
        transfers++;
        page.locator("#transaction").fill("YX%d%08d".formatted(width, transfers));
        Moves.primary(page);
        assertThat(Moves.complaints(page)).as("the money is recorded").isEmpty();
        return true;
    }

    private boolean enter(String number) {
        Page page = list("entry", "/staff/reviews?state=waiting", "staff-queue");
        if (!take(page, number)) {
            return false;
        }
        album.look(page, "staff-case-entry");
        Moves.click(page, page.locator("form[action$='/entry'] .decide button.primary"));
        return true;
    }

    private boolean decide(String number) {
        Page page = list("approval", "/staff/reviews?state=entered", "staff-queue-entered");
        if (!take(page, number)) {
            return false;
        }
        if (page.locator("[name=surcharge]").count() > 0) {
            page.locator("[name=surcharge]").fill("0");
        }
        album.look(page, "staff-case-decision");
        Moves.click(page, page.locator("button[value='approve']"));
        return true;
    }

    private boolean produce(String number) {
        Page page = list("producer", "/staff/productions", "staff-productions");
        if (!take(page, number)) {
            return false;
        }
        Locator pins = page.locator("#key-form input[type=password]");
        pins.first().waitFor();
        album.look(page, "staff-produce");
        pins.all().forEach(pin -> pin.fill(ApplicantRooms.PIN));
        String here = page.url();
        page.locator("#key-form button.primary").click();
        page.waitForURL(url -> !url.equals(here));
        page.waitForLoadState();
        album.look(page, "staff-productions-done");
        return true;
    }

    private boolean deliver(String number) {
        Page page = list("producer", "/staff/deliveries", "staff-deliveries");
        if (!take(page, number)) {
            return false;
        }
        page.locator("[name=way]").first().check();
        page.locator("#carrier").fill("示例快递");
        page.locator("#trackingNumber").fill("SL1234567890123");
        album.look(page, "staff-delivery");
        Moves.primary(page);
        album.look(page, "staff-deliveries-done");
        return true;
    }

    private Page list(String name, String path, String title) {
        Page page = desk(name);
        page.navigate(
                hall.address() + path,
                new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
        album.look(page, title);
        return page;
    }

    private static boolean take(Page page, String number) {
        Locator link = page.locator("main table a", new Page.LocatorOptions().setHasText(number));
        if (link.count() == 0) {
            return false;
        }
        Moves.click(page, link.first());
        return true;
    }

    void close() {
        desks.values().forEach(page -> page.context().close());
        desks.clear();
    }
}
