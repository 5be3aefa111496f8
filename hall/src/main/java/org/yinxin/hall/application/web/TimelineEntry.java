package org.yinxin.hall.application.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.yinxin.hall.application.ApplicationView;

/**
 * One line of the time line.
 *
 * @param at when
 * @param who the key of the words for who did it
 * @param what what happened
 */
record TimelineEntry(Instant at, String who, String what) {

    static List<TimelineEntry> newestFirst(ApplicationView view, Locale reader) {
        return view.timeline().reversed().stream()
                .map(
                        moment ->
                                new TimelineEntry(
                                        moment.at(),
                                        "application.web.who." + moment.who(),
                                        moment.what().in(reader)))
                .toList();
    }
}
