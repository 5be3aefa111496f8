package org.yinxin.bench.status;

import java.util.Iterator;
import java.util.List;
import org.yinxin.bench.Misuse;
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
                signed ahead; beside them the signatures that a core makes, and OpenSSL's responder on
                the same questions
            """;

    private static final OcspWords USUAL = new OcspWords(10, KeyAlgorithm.SM2, 100_000, 32, false);

    /** Reads the words behind {@code bench ocsp}. */
    public static OcspWords read(List<String> words) {
        OcspWords read = USUAL;
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String name = rest.next();
            if (name.equals("--json")) {
                read = read.asJson();
            } else if (rest.hasNext()) {
                read = read.with(name, rest.next());
            } else {
                throw new Misuse(name + " wants a value; ./yinxin bench --help lists all.");
            }
        }
        return read;
    }

    private OcspWords asJson() {
        return new OcspWords(seconds, algorithm, rows, clients, true);
    }

    private OcspWords with(String name, String value) {
        return switch (name) {
            case "--seconds" -> new OcspWords(count(name, value), algorithm, rows, clients, json);
            case "--alg" -> new OcspWords(seconds, algorithm(value), rows, clients, json);
            case "--rows" -> new OcspWords(seconds, algorithm, count(name, value), clients, json);
            case "--clients" -> new OcspWords(seconds, algorithm, rows, count(name, value), json);
            default ->
                    throw new Misuse(
                            "bench ocsp does not know %s; ./yinxin bench --help lists what it knows."
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
