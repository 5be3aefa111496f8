package org.yinxin.hall.review;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.reference.CaseNumber;

/**
 * One page of the queue.
 *
 * @param filter which cases
 * @param counts how many cases each part has under the same filter, up to {@link ListReviews#MOST_COUNTED}
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

    /**
     * A place in the queue: everything up to this case has been shown.
     *
     * @param since when that case is due, or was decided
     * @param number that case
     */
    public record Place(Instant since, CaseNumber number) {

        /** {@code 1795226400000000_2611-7K4M-9QTX}: microseconds and number. */
        public String text() {
            long micros =
                    Math.addExact(
                            Math.multiplyExact(since.getEpochSecond(), 1_000_000),
                            since.getNano() / 1000);
            return micros + "_" + number;
        }

        /** Empty for anything that {@link #text()} would not write. */
        public static Optional<Place> parse(String text) {
            int line = text.indexOf('_');
            if (line < 1
                    || line > 17
                    || !text.substring(0, line).chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Optional.empty();
            }
            long micros = Long.parseLong(text, 0, line, 10);
            Instant since = Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000);
            return CaseNumber.parse(text.substring(line + 1))
                    .map(number -> new Place(since, number));
        }
    }
}
