package org.yinxin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The pages seen at one width: each distinct one is photographed and judged once, however many walks pass it. */
final class Album {

    private final Optional<Screenshots> screenshots;
    private final Set<String> seen = new HashSet<>();

    private Album(Optional<Screenshots> screenshots) {
        this.screenshots = screenshots;
    }

    static Album of(String name) {
        return new Album(Optional.of(new Screenshots(name)));
    }

    /** For a walk that only leads to where a test begins: others look at its pages. */
    static Album none() {
        return new Album(Optional.empty());
    }

    /**
     * @param name what makes this page another than those before; becomes the name of its picture
     */
    void look(Page page, String name) {
        look(page, name, name);
    }

    /**
     * A page that several plans have alike.
     *
     * @param distinct what tells it from the others of its kind
     */
    void look(Page page, String name, String distinct) {
        if (seen.add(distinct)) {
            assertThat(page.locator("main").innerText())
                    .as(name + " has all its words")
                    .doesNotContain("??");
            screenshots.ifPresent(them -> them.take(page, name));
        }
    }
}
