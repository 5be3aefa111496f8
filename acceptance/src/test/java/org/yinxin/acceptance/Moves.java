package org.yinxin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;

/** How a person gets from one page to the next. */
final class Moves {

    private static final int REDIRECTIONS = 300;
    private static final int FAULTS = 400;
    private static final int BROKEN = 500;

    private Moves() {}

    /**
     * Clicks, and stays until the page that follows has come, whatever it says: Chromium may never close a page that is
     * on its way.
     */
    static void click(Page page, Locator button) {
        Response following =
                page.waitForResponse(
                        answer ->
                                answer.request().isNavigationRequest()
                                        && page.mainFrame().equals(answer.frame())
                                        && (answer.status() < REDIRECTIONS
                                                || answer.status() >= FAULTS),
                        button::click);
        page.waitForLoadState();
        assertThat(following.status()).as(following.url()).isLessThan(BROKEN);
    }

    /** The one button that a page wants to be pressed. */
    static void primary(Page page) {
        click(page, page.locator("main button.primary:visible").first());
    }

    /** The button or link that leads on from an application. */
    static void next(Page page) {
        click(page, page.locator("#go"));
    }

    static String path(Page page) {
        return URI.create(page.url()).getPath();
    }

    /** What the page complains about, for the message of a failure. */
    static String complaints(Page page) {
        return String.join(" ", page.locator("#errors:visible, .error:visible").allInnerTexts());
    }
}
