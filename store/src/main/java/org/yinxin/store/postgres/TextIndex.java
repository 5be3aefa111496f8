package org.yinxin.store.postgres;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A GIN index over all characters, pairs and triples of characters of a text, which finds it by any part. Chinese has no
 * spaces between its words, so every place in a text can be the beginning of what is looked for.
 *
 * <p>A part that very many rows have tells nothing: to read its list takes as long as there are rows. What ANALYZE learned
 * about the index says which parts these are; where it has not run yet, every part is taken for a rare one. Thread-safe.
 */
public final class TextIndex {

    private static final int LONGEST_PART = 3;

    /** Four lists leave few rows over, of which the text itself is then read. */
    private static final int ASKED = 4;

    /** What one row of fifty has is met soon enough on a walk through the rows. */
    private static final double OFTEN = 0.02;

    /** How frequent parts are changes slowly. */
    private static final Duration KNOWN_FOR = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final String name;
    private final Clock clock;
    private volatile Known known = new Known(Instant.MIN, Map.of());

    /** The share of the rows that have a part, for the most frequent parts. */
    private record Known(Instant since, Map<String, Double> shares) {}

    /**
     * An index in the schema of the connection.
     *
     * @param name of the index
     */
    public TextIndex(JdbcClient jdbc, String name, Clock clock) {
        this.jdbc = jdbc;
        this.name = name;
        this.clock = clock;
    }

    /**
     * What to ask the index for.
     *
     * @param rarest parts of the text, the rarest first
     * @param rare whether few rows have the first of them. Where even that one is frequent, so may be the text: then it is
     *     better to walk first along {@link #near} rows in the order in which they are wanted, and to ask the index only
     *     when they were not enough, because all its parts can be frequent in a text that no row has
     */
    public record Parts(List<String> rarest, boolean rare) {

        public Parts {
            rarest = List.copyOf(rarest);
        }

        /** As the parameter of a statement. */
        public String[] asked() {
            return rarest.toArray(String[]::new);
        }
    }

    /**
     * Has the statements of this transaction planned once for a connection. The database would plan each anew, because
     * parts that it knows promise fewer rows than parts that it does not; what it arrives at is the same, and to arrive
     * there takes longer than to find the rows.
     */
    public static void planOnce(JdbcClient jdbc) {
        jdbc.sql("SET LOCAL plan_cache_mode = force_generic_plan").update();
    }

    /** So many rows have so many of a frequent text between them, and as many again. */
    public static int near(int wanted) {
        return (int) (2 * wanted / OFTEN);
    }

    /**
     * The parts to ask the index for.
     *
     * @param text what is looked for; not empty
     */
    public Parts parts(String text) {
        Map<String, Double> shares = shares();
        List<String> rarest =
                all(text).stream()
                        .sorted(Comparator.comparingDouble(part -> share(shares, part)))
                        .limit(ASKED)
                        .toList();
        return new Parts(rarest, share(shares, rarest.getFirst()) < OFTEN);
    }

    private static double share(Map<String, Double> shares, String part) {
        return shares.getOrDefault(part, 0.0);
    }

    /** The longest parts that are in the index, each once. */
    private static Set<String> all(String text) {
        int[] characters = text.toLowerCase(Locale.ROOT).codePoints().toArray();
        int length = Math.min(LONGEST_PART, characters.length);
        Set<String> parts = new LinkedHashSet<>();
        for (int at = 0; at + length <= characters.length; at++) {
            parts.add(new String(characters, at, length));
        }
        return parts;
    }

    private Map<String, Double> shares() {
        Known now = known;
        Instant instant = clock.instant();
        if (now.since.plus(KNOWN_FOR).isBefore(instant)) {
            now = new Known(instant, read());
            known = now;
        }
        return now.shares;
    }

    private Map<String, Double> read() {
        Map<String, Double> shares = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT part, share
                          FROM pg_stats,
                               unnest(most_common_elems::text::text[], most_common_elem_freqs) AS each (part, share)
                         WHERE schemaname = current_schema() AND tablename = :name AND part IS NOT NULL
                        """)
                .param("name", name)
                .query((row, _) -> shares.put(row.getString("part"), row.getDouble("share")))
                .list();
        return Map.copyOf(shares);
    }
}
