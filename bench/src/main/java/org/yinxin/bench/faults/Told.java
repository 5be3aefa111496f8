package org.yinxin.bench.faults;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What processes said before they died: which orders they were about to give, and which pairs they were answered with. */
final class Told {

    private static final String ID = "([0-9a-f-]{36})";
    private static final Pattern ASKED = Pattern.compile("asked " + ID);
    private static final Pattern ISSUED =
            Pattern.compile("issued " + ID + " ([0-9a-f]+) ([0-9a-f]+) \\.");

    /** The serials of a pair in hexadecimal digits. */
    record Serials(String signing, String encryption) {}

    private final Set<UUID> asked = new HashSet<>();
    private final Map<UUID, Serials> issued = new HashMap<>();

    static String asked(UUID order) {
        return "asked " + order;
    }

    // The full stop tells a whole line from one that was cut off.
    static String issued(UUID order, Serials serials) {
        return "issued %s %s %s .".formatted(order, serials.signing(), serials.encryption());
    }

    static boolean isAnswer(String line) {
        return ISSUED.matcher(line).matches();
    }

    /** Takes a line in; what was cut off is passed over. */
    void read(String line) {
        Matcher begun = ASKED.matcher(line);
        if (begun.matches()) {
            asked.add(UUID.fromString(begun.group(1)));
        }
        Matcher done = ISSUED.matcher(line);
        if (done.matches()) {
            issued.put(UUID.fromString(done.group(1)), new Serials(done.group(2), done.group(3)));
        }
    }

    Map<UUID, Serials> issued() {
        return issued;
    }

    Set<UUID> unanswered() {
        Set<UUID> unanswered = new HashSet<>(asked);
        unanswered.removeAll(issued.keySet());
        return unanswered;
    }
}
