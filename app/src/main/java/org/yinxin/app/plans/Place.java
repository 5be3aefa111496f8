package org.yinxin.app.plans;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Where in a plan something is, as a person would say it.
 *
 * @param frame the business and the gate, said first
 * @param rest the way from there, in words
 * @param part the last part of the way, as the record calls it
 */
record Place(String frame, String rest, String part) {

    static final Place START = new Place("", "", "");

    /** What one item of a list is called. */
    private static final Map<String, String> ITEMS =
            Map.ofEntries(
                    Map.entry("products", "product"),
                    Map.entry("sections", "page"),
                    Map.entry("fields", "field"),
                    Map.entry("options", "option"),
                    Map.entry("papers", "paper"),
                    Map.entry("reasons", "reason"),
                    Map.entry("lines", "price line"),
                    Map.entry("amounts", "amount for years"),
                    Map.entry("channels", "channel"),
                    Map.entry("methods", "method"),
                    Map.entry("modes", "mode"),
                    Map.entry("assumptions", "assumption"));

    /** To the reader of a plan, what has to be done at a gate is the gate, and a tariff is the price. */
    private static final Set<String> UNSAID = Set.of("settings", "tariff");

    Place part(String component) {
        return new Place(frame, words(), UNSAID.contains(component) ? "" : component);
    }

    Place item(Object key) {
        return switch (part) {
            case "businesses" -> new Place("business " + key, "", "");
            case "gates" -> new Place(frame + ", gate " + key, "", "");
            default ->
                    new Place(
                            frame,
                            joined(rest, ITEMS.getOrDefault(part, spaced(part)) + " " + key),
                            "");
        };
    }

    private String words() {
        return joined(rest, spaced(part));
    }

    private static String joined(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + ", " + second;
    }

    static String spaced(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        String words = words();
        if (frame.isEmpty() || words.isEmpty()) {
            return frame.isEmpty() && words.isEmpty() ? "the plan" : frame + words;
        }
        return frame + ": " + words;
    }
}
