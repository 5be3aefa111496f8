package org.yinxin.bench.faults;

import java.util.List;
import java.util.Set;
import org.yinxin.bench.Given;

/**
 * What {@code bench faults} is asked for.
 *
 * @param kills how many processes die
 * @param clients how many threads order in each, again as soon as they have their pair
 */
public record FaultsWords(int kills, int clients) {

    public static final String HELP =
            """
            ./yinxin bench faults [--kills 200] [--clients 4]
                have processes issue pairs on a durable database, kill each with SIGKILL at a random moment, every
                tenth time the database instead, and look at what they leave: certificates without a record, serials
                used twice, half pairs, pairs that were promised and lost; then order again what was not answered
            """;

    /** Reads the words behind {@code bench faults}. */
    public static FaultsWords read(List<String> words) {
        Given given = Given.read("faults", words, Set.of("--kills", "--clients"), Set.of());
        return new FaultsWords(given.count("--kills", 200), given.count("--clients", 4));
    }
}
