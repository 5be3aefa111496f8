package org.yinxin.bench.asking;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One list as people or programs ask for it.
 *
 * @param name what it is called in the report
 * @param reader who asks
 * @param face the page or the API
 * @param asked what is sent, one after the other and from the beginning again
 * @param answered what a right answer contains; null where nothing is to be found
 */
record Question(
        String name, Reader reader, Face face, List<Asked> asked, @Nullable Pattern answered) {

    Question {
        asked = List.copyOf(asked);
        if (asked.isEmpty()) {
            throw new IllegalArgumentException("nothing to ask for: " + name);
        }
    }

    /** Who asks. */
    enum Reader {
        ENTRY,
        APPROVAL,
        PRODUCER,
        FINANCE,
        AUDITOR,
        SUBSCRIBER
    }

    /** Where. */
    enum Face {
        PAGE("page"),
        API("API");

        private final String word;

        Face(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /**
     * One request.
     *
     * @param form what is typed into the page's search field and posted; null to get the path
     */
    record Asked(String path, @Nullable String form) {}

    Asked asked(long turn) {
        return asked.get((int) (turn % asked.size()));
    }
}
