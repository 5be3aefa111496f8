package org.yinxin.hall.review;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yinxin.hall.review.ReviewQueue.Tab;
import org.yinxin.store.postgres.TextIndex;

/** The numbers and names of each part of the queue, found by any part of them. */
@Component
class ReviewTexts {

    private final Map<Tab, TextIndex> indexes = new EnumMap<>(Tab.class);

    ReviewTexts(JdbcClient jdbc, Clock clock) {
        for (Tab tab : Tab.values()) {
            String name = "review_case_parts_" + tab.name().toLowerCase(Locale.ROOT);
            indexes.put(tab, new TextIndex(jdbc, name, clock));
        }
    }

    TextIndex of(Tab tab) {
        return Objects.requireNonNull(indexes.get(tab));
    }
}
