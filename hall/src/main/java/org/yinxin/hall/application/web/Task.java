package org.yinxin.hall.application.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the task list.
 *
 * @param title what is to be done
 * @param state how it stands
 * @param href where it is done; null while there is nothing to open
 * @param next whether it is the next step
 * @param promise how long it takes us; null unless it is ours and open
 * @param at when it was done; null before
 * @param parts the pages that it consists of; empty when it is one page
 * @param reasons what has to be corrected, each with the place to do so
 */
record Task(
        String title,
        TaskState state,
        @Nullable String href,
        boolean next,
        @Nullable String promise,
        @Nullable Instant at,
        List<Part> parts,
        List<Correction> reasons) {

    /** One page of a task. */
    record Part(String title, TaskState state, @Nullable String href) {}

    /**
     * Something an officer returned.
     *
     * @param item what it is called; null for the whole
     * @param reason why
     * @param text what the officer added; may be empty
     * @param href where to correct it; null when there is no one place
     */
    record Correction(@Nullable String item, String reason, String text, @Nullable String href) {}
}
