package org.yinxin.bench.issuance;

import java.util.List;
import java.util.Set;
import org.yinxin.bench.Given;

/**
 * What {@code bench issuance} is asked for.
 *
 * @param seconds how long the figure is taken
 * @param clients how many order, each again as soon as it has its pair
 * @param json whether the figures are printed for a program
 */
public record IssuanceWords(int seconds, int clients, boolean json) {

    public static final String HELP =
            """
            ./yinxin bench issuance [--seconds 10] [--clients 16] [--json]
                start a hall on a durable database, have its authority and its custody issue pairs of SM2
                certificates, and say how many pairs a core issues in a second; beside it the pairs of
                signatures that a core makes
            """;

    private static final Set<String> VALUED = Set.of("--seconds", "--clients");

    /** Reads the words behind {@code bench issuance}. */
    public static IssuanceWords read(List<String> words) {
        Given given = Given.read("issuance", words, VALUED, Set.of(Given.JSON));
        return new IssuanceWords(
                given.count("--seconds", 10), given.count("--clients", 16), given.has(Given.JSON));
    }
}
