package org.yinxin.bench.crl;

import java.util.List;
import java.util.Set;
import org.yinxin.bench.Given;
import org.yinxin.pki.key.KeyAlgorithm;

/**
 * What {@code bench crl} is asked.
 *
 * @param seconds for how long lists are made; two at least
 * @param rows how many serials are revoked
 * @param json whether the figures are for a program
 */
public record CrlWords(int seconds, KeyAlgorithm algorithm, int rows, boolean json) {

    public static final String HELP =
            """
            ./yinxin bench crl [--seconds 30] [--alg sm2|p256|rsa2048] [--rows 1000000] [--json]
                revoke so many certificates, make and publish the full list of them again and again, and say
                what that takes: seconds, what the Java VM and PostgreSQL compute, how far the heap grows;
                beside it what signing and writing the same octets takes, and OpenSSL's list of as many.
                OpenSSL verifies the list and counts its entries. Exit code 1 when it does not agree
            """;

    private static final Set<String> VALUED = Set.of("--seconds", "--alg", "--rows");

    /** Reads the words behind {@code bench crl}. */
    public static CrlWords read(List<String> words) {
        Given given = Given.read("crl", words, VALUED, Set.of(Given.JSON));
        return new CrlWords(
                given.count("--seconds", 30),
                given.algorithm(),
                given.count("--rows", 1_000_000),
                given.has(Given.JSON));
    }
}
