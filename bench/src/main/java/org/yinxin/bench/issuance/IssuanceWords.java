package org.yinxin.bench.issuance;

import java.util.List;
import java.util.Set;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.bench.Given;
import org.yinxin.bench.site.DurableAuthority;
import org.yinxin.pki.key.KeyAlgorithm;

/**
 * What {@code bench issuance} is asked for.
 *
 * @param seconds how long the figure is taken
 * @param algorithm of the authority; SM2 for pairs unless over HTTP, another for certificates that come alone
 * @param clients how many order, each again as soon as it has its pair
 * @param rows certificates among which it is measured again; 0 for no second time
 * @param est whether they order over HTTP
 * @param json whether the figures are printed for a program
 */
public record IssuanceWords(
        int seconds, KeyAlgorithm algorithm, int clients, int rows, boolean est, boolean json) {

    public static final String HELP =
            """
            ./yinxin bench issuance [--seconds 10] [--alg sm2|p256|rsa2048] [--clients 16] [--rows N] [--est] [--json]
                start a hall on a durable database, have its authority and its custody issue pairs of SM2
                certificates, or its authority single certificates of another algorithm, and say how many a
                core issues in a second; beside it the signatures that a core makes. --est orders single
                certificates over HTTP, by EST, from a process of its own; --rows measures a second time, among so
                many more certificates
            """;

    private static final String EST = "--est";
    private static final Set<String> VALUED = Set.of("--seconds", "--alg", "--clients", "--rows");

    /** Reads the words behind {@code bench issuance}. */
    public static IssuanceWords read(List<String> words) {
        Given given = Given.read("issuance", words, VALUED, Set.of(EST, Given.JSON));
        return new IssuanceWords(
                given.count("--seconds", 10),
                given.algorithm(),
                given.count("--clients", 16),
                given.count("--rows", 0),
                given.has(EST),
                given.has(Given.JSON));
    }

    /** Who issues. */
    AuthorityCode authority() {
        return ordersPairs() ? PairOrders.AUTHORITY : DurableAuthority.CODE;
    }

    /** Whether an order is one for a pair with its encryption key. */
    boolean ordersPairs() {
        return algorithm == KeyAlgorithm.SM2 && !est;
    }
}
