package org.yinxin.bench.crl;

import java.util.Iterator;
import java.util.List;
import org.yinxin.bench.Misuse;
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

    private static final CrlWords USUAL = new CrlWords(30, KeyAlgorithm.SM2, 1_000_000, false);

    /** Reads the words behind {@code bench crl}. */
    public static CrlWords read(List<String> words) {
        CrlWords read = USUAL;
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String name = rest.next();
            if (name.equals("--json")) {
                read = new CrlWords(read.seconds, read.algorithm, read.rows, true);
            } else if (rest.hasNext()) {
                read = read.with(name, rest.next());
            } else {
                throw new Misuse(name + " wants a value; ./yinxin bench --help lists all.");
            }
        }
        return read;
    }

    private CrlWords with(String name, String value) {
        return switch (name) {
            case "--seconds" -> new CrlWords(count(name, value), algorithm, rows, json);
            case "--alg" -> new CrlWords(seconds, algorithm(value), rows, json);
            case "--rows" -> new CrlWords(seconds, algorithm, count(name, value), json);
            default ->
                    throw new Misuse(
                            "bench crl does not know %s; ./yinxin bench --help lists what it knows."
                                    .formatted(name));
        };
    }

    private static KeyAlgorithm algorithm(String value) {
        return switch (value) {
            case "sm2" -> KeyAlgorithm.SM2;
            case "p256" -> KeyAlgorithm.P256;
            case "rsa2048" -> KeyAlgorithm.RSA_2048;
            default -> throw new Misuse("--alg is sm2, p256 or rsa2048, not %s.".formatted(value));
        };
    }

    private static int count(String name, String value) {
        if (value.matches("[1-9][0-9]{0,6}")) {
            return Integer.parseInt(value);
        }
        throw new Misuse("%s wants a number from 1 to 9999999, not %s.".formatted(name, value));
    }
}
