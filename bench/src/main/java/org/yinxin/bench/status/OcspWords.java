package org.yinxin.bench.status;

import java.util.List;
import java.util.Set;
import org.yinxin.bench.Given;
import org.yinxin.pki.key.KeyAlgorithm;

/**
 * What {@code bench ocsp} is asked for.
 *
 * @param seconds how long each figure is taken
 * @param algorithm of the authority and its responder
 * @param rows how many certificates are on record, a twentieth of them revoked
 * @param clients how many connections ask, each again as soon as it is answered
 * @param json whether the figures are printed for a program
 */
public record OcspWords(int seconds, KeyAlgorithm algorithm, int rows, int clients, boolean json) {

    public static final String HELP =
            """
            ./yinxin bench ocsp [--seconds 10] [--alg sm2|p256|rsa2048] [--rows 100000] [--clients 32] [--json]
                start the status service on a database with so many certificates, a twentieth of them
                revoked, ask it, and say how many answers a core gives: signed live with a nonce, and
                signed ahead; beside them the signatures that a core makes, and on the same questions
                OpenSSL's responder and CFSSL's (golang-cfssl), where these are installed
            """;

    private static final Set<String> VALUED = Set.of("--seconds", "--alg", "--rows", "--clients");

    /** Reads the words behind {@code bench ocsp}. */
    public static OcspWords read(List<String> words) {
        Given given = Given.read("ocsp", words, VALUED, Set.of(Given.JSON));
        return new OcspWords(
                given.count("--seconds", 10),
                given.algorithm(),
                given.count("--rows", 100_000),
                given.count("--clients", 32),
                given.has(Given.JSON));
    }
}
