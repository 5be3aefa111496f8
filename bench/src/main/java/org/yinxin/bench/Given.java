package org.yinxin.bench;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.key.KeyAlgorithm;

/** The options behind a verb of {@code ./yinxin bench}: {@code --name value}, or a flag such as {@code --json}. */
public final class Given {

    public static final String JSON = "--json";

    private final Map<String, String> values = new HashMap<>();

    private Given() {}

    /**
     * Reads the words behind a verb. Of an option that is given twice, the last counts.
     *
     * @throws Misuse when a word is no option, or an option lacks its value
     */
    public static Given read(
            String verb, List<String> words, Set<String> valued, Set<String> flags) {
        Given given = new Given();
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String name = rest.next();
            if (flags.contains(name)) {
                given.values.put(name, "");
            } else if (!valued.contains(name)) {
                throw new Misuse(
                        "bench %s does not know %s; ./yinxin bench --help lists what it knows."
                                .formatted(verb, name));
            } else if (rest.hasNext()) {
                given.values.put(name, rest.next());
            } else {
                throw new Misuse(name + " wants a value; ./yinxin bench --help lists all.");
            }
        }
        return given;
    }

    /** Whether a flag is there. */
    public boolean has(String flag) {
        return values.containsKey(flag);
    }

    public @Nullable String value(String name) {
        return values.get(name);
    }

    /** A number from 1 to 9,999,999. */
    public int count(String name, int otherwise) {
        String value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        if (value.matches("[1-9][0-9]{0,6}")) {
            return Integer.parseInt(value);
        }
        throw new Misuse("%s wants a number from 1 to 9999999, not %s.".formatted(name, value));
    }

    /** The algorithm that {@code --alg} names; SM2 where nothing is said. */
    public KeyAlgorithm algorithm() {
        String value = values.getOrDefault("--alg", "sm2");
        return switch (value) {
            case "sm2" -> KeyAlgorithm.SM2;
            case "p256" -> KeyAlgorithm.P256;
            case "rsa2048" -> KeyAlgorithm.RSA_2048;
            default -> throw new Misuse("--alg is sm2, p256 or rsa2048, not %s.".formatted(value));
        };
    }
}
