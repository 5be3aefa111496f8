package org.yinxin.app.commandline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The options of one verb, {@code --name value}, {@code --name=value} or {@code --flag}. */
final class Options {

    private final Map<String, String> given = new HashMap<>();
    private final Map<String, List<String>> repeated = new HashMap<>();

    private Options() {}

    static Options read(String verb, List<String> words, Set<String> valued, Set<String> flags) {
        return read(verb, words, valued, flags, Set.of());
    }

    /**
     * Reads them.
     *
     * @param often those that may be given more than once
     */
    static Options read(
            String verb,
            List<String> words,
            Set<String> valued,
            Set<String> flags,
            Set<String> often) {
        Options options = new Options();
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            if (options.given.containsKey(name)) {
                throw new Misuse("%s is given twice.".formatted(name));
            }
            if (valued.contains(name)) {
                options.given.put(
                        name, equals < 0 ? following(name, rest) : word.substring(equals + 1));
            } else if (often.contains(name)) {
                options.repeated
                        .computeIfAbsent(name, _ -> new ArrayList<>())
                        .add(equals < 0 ? following(name, rest) : word.substring(equals + 1));
            } else if (flags.contains(name) && equals < 0) {
                options.given.put(name, "");
            } else {
                throw new Misuse(
                        "%s does not know %s; ./yinxin help lists what it knows."
                                .formatted(verb, word));
            }
        }
        return options;
    }

    private static String following(String name, Iterator<String> rest) {
        if (rest.hasNext()) {
            String value = rest.next();
            if (!value.startsWith("--")) {
                return value;
            }
        }
        throw new Misuse("%s wants a value.".formatted(name));
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    @Nullable String value(String name) {
        return given.get(name);
    }

    /** Of one that may be given more than once, in their order. */
    List<String> values(String name) {
        return List.copyOf(repeated.getOrDefault(name, List.of()));
    }

    String value(String name, String otherwise) {
        return given.getOrDefault(name, otherwise);
    }
}
