package org.yinxin.hall.review;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.reference.Place;

/**
 * One page of the queue.
 *
 * @param filter which cases
 * @param counts how many cases each part has under the same filter, up to {@link ListReviews#mostCounted}
 * @param cases the cases, those that are due first; decided ones newest first
 * @param next where the next page starts; null on the last
 */
public record ReviewQueue(
        QueueFilter filter, Map<Tab, Long> counts, List<ReviewCase> cases, @Nullable Place next) {

    public ReviewQueue {
        counts = Map.copyOf(counts);
        cases = List.copyOf(cases);
    }

    /** Parts of the queue. */
    public enum Tab {
        WAITING,
        ENTERED,
        DECIDED;

        /** Reads a part as addresses spell it. */
        public static Optional<Tab> named(String name) {
            return switch (name.toLowerCase(Locale.ROOT)) {
                case "waiting" -> Optional.of(WAITING);
                case "entered" -> Optional.of(ENTERED);
                case "decided" -> Optional.of(DECIDED);
                default -> Optional.empty();
            };
        }
    }
}
