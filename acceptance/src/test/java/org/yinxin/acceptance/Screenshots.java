package org.yinxin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.util.List;

/** Keeps what a page looked like as build output, and holds it to WCAG 2.2 AA and to the width of the window. */
final class Screenshots {

    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private final Path folder;
    private int number;

    Screenshots(String walk) {
        folder = Path.of("target", "screenshots", walk);
    }

    void take(Page page, String name) {
        number++;
        page.screenshot(
                new ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(folder.resolve("%02d-%s.png".formatted(number, name))));
        assertThat(new AxeBuilder(page).withTags(WCAG).analyze().getViolations())
                .as(name)
                .extracting(Screenshots::sentence)
                .isEmpty();
        assertThat(
                        (Boolean)
                                page.evaluate(
                                        "document.documentElement.scrollWidth <= window.innerWidth"))
                .as(name + " fits the width of the window")
                .isTrue();
    }

    private static String sentence(Rule rule) {
        return rule.getId()
                + ": "
                + rule.getHelp()
                + " at "
                + rule.getNodes().stream().map(n -> n.getHtml()).toList();
    }
}
