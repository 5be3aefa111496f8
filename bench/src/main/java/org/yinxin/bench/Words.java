package org.yinxin.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param rows how many applications there are in the end
 * @param clients who ask at the same time
 * @param data where the hall keeps its data; null for a folder that is thrown away
 * @param requests how often each question is asked in a round
 * @param only what the names of the questions asked contain; empty for all
 * @param limit over how many milliseconds the 99th of a hundred answers is too slow
 */
record Words(int rows, int clients, @Nullable Path data, int requests, double limit, String only) {

    /** The first figures are taken over so many applications. */
    static final int BASE = 10_000;

    /** How many times as long the lists may take over all rows as over the first ones. */
    static final double RATIO = 1.5;

    static final String HELP =
            """
            ./yinxin bench lists [--rows 1000000] [--clients 8] [--data DIR] [--requests 300] [--limit 50]
                [--only TEXT]
                fill a hall of its own with so many applications and take the time of each list, queue,
                search and dashboard, with 10,000 of them and with all: the 99th of a hundred answers
                comes within LIMIT milliseconds and takes no more than 1.5 times as long as with
                10,000 in a hall beside it. Exit code 1 when a list is over. DIR has to be new or empty,
                or one that this command has filled, which is asked again; without, the hall is thrown
                away afterwards. With TEXT, only the questions whose names contain it
            """;

    private static final Set<String> VALUED =
            Set.of("--rows", "--clients", "--data", "--requests", "--limit", "--only");

    /** Reads the words behind {@code bench lists}. */
    static Words read(List<String> words) {
        Given given = Given.read("lists", words, VALUED, Set.of());
        String data = given.value("--data");
        String only = given.value("--only");
        return new Words(
                given.count("--rows", 1_000_000),
                given.count("--clients", 8),
                data == null ? null : Path.of(data),
                given.count("--requests", 300),
                milliseconds(given.value("--limit")),
                only == null ? "" : only);
    }

    private static double milliseconds(@Nullable String value) {
        if (value == null) {
            return 50;
        }
        if (value.matches("[0-9]{1,6}(\\.[0-9]{1,3})?")) {
            return Double.parseDouble(value);
        }
        throw new Misuse("--limit wants milliseconds such as 50, not %s.".formatted(value));
    }
}
