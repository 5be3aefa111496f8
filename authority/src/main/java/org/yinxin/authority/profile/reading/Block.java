package org.yinxin.authority.profile.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One mapping of a profile file while it is read. Whoever reads it asks for the keys it knows and calls {@link #end}; what
 * is missing or malformed is noted and nothing is answered, so that reading goes on to the next fault.
 */
final class Block {

    /** A word of a list, with its line. */
    record Item(String text, int line) {}

    private final String path;
    private final int line;
    private final Findings findings;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Integer> keyLines = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    Block(String path, MappingNode node, Findings findings) {
        this.path = path;
        this.line = lineOf(node);
        this.findings = findings;
        for (NodeTuple entry : node.getValue()) {
            String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            int keyLine = lineOf(entry.getKeyNode());
            if (nodes.put(key, entry.getValueNode()) != null) {
                findings.fault(keyLine, "\"" + key + "\" is written twice; keep one of them.");
            }
            keyLines.put(key, keyLine);
        }
    }

    int line(String key) {
        return keyLines.getOrDefault(key, line);
    }

    boolean has(String key) {
        known.add(key);
        return nodes.containsKey(key);
    }

    /** At the key, or where the mapping begins if there is none. */
    void fault(String key, String sentence) {
        findings.fault(line(key), sentence);
    }

    void fault(int at, String sentence) {
        findings.fault(at, sentence);
    }

    /** The text of a key that must be there. */
    Optional<String> text(String key) {
        Node node = required(key);
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue().strip());
        }
        if (node != null) {
            fault(key, "\"" + key + "\" must be a text.");
        }
        return Optional.empty();
    }

    Optional<String> optionalText(String key) {
        return has(key) ? text(key) : Optional.empty();
    }

    /** True or false, and {@code otherwise} for a key that is not there. */
    boolean flag(String key, boolean otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        String word = text(key).orElse("");
        if (!word.isEmpty() && !word.equals("true") && !word.equals("false")) {
            fault(key, "\"" + key + "\" must be true or false.");
        }
        return word.equals("true");
    }

    /** A whole number within bounds; {@code otherwise} for a key that is not there, null if it must be. */
    int number(String key, int least, int most, @Nullable Integer otherwise) {
        if (otherwise != null && !has(key)) {
            return otherwise;
        }
        Optional<String> text = text(key);
        int number =
                text.filter(word -> word.matches("[0-9]{1,6}")).map(Integer::valueOf).orElse(-1);
        if (text.isPresent() && (number < least || number > most)) {
            fault(
                    key,
                    "\"%s\" must be a whole number from %d to %d, not %s."
                            .formatted(key, least, most, text.get()));
        }
        return number < least || number > most ? least : number;
    }

    /** One of the words; the first one stands in for what is not among them. */
    <T> T oneOf(String key, Map<String, T> words) {
        T first = words.values().iterator().next();
        return text(key)
                .map(word -> meant(word, line(key), key, words).orElse(first))
                .orElse(first);
    }

    /** What a word means, or a fault. */
    <T> Optional<T> meant(String word, int at, String key, Map<String, T> words) {
        T value = words.get(word);
        if (value == null) {
            findings.fault(
                    at,
                    "\"%s\" is no value of \"%s\"%s"
                            .formatted(word, key, Nearest.hint(word, words.keySet())));
        }
        return Optional.ofNullable(value);
    }

    /** A mapping that must be there. */
    Optional<Block> block(String key) {
        Node node = required(key);
        if (node instanceof MappingNode mapping) {
            return Optional.of(new Block(path + "." + key, mapping, findings));
        }
        if (node != null) {
            fault(key, "\"" + key + "\" must be a mapping of keys to values.");
        }
        return Optional.empty();
    }

    Optional<Block> optionalBlock(String key) {
        return has(key) ? block(key) : Optional.empty();
    }

    /** A list of mappings that must be there and not be empty. */
    List<Block> blocks(String key) {
        List<Block> blocks = new ArrayList<>();
        for (Node item : items(key)) {
            if (item instanceof MappingNode mapping) {
                blocks.add(new Block(path + "." + key, mapping, findings));
            } else {
                findings.fault(lineOf(item), "Each item of \"" + key + "\" must be a mapping.");
            }
        }
        return blocks;
    }

    /** A list of words that must be there and not be empty, each once. */
    List<Item> words(String key) {
        Map<String, Item> words = new LinkedHashMap<>();
        for (Node item : items(key)) {
            if (!(item instanceof ScalarNode scalar)) {
                findings.fault(lineOf(item), "Each item of \"" + key + "\" must be a text.");
            } else if (words.containsKey(scalar.getValue())) {
                findings.fault(lineOf(item), "\"" + scalar.getValue() + "\" is listed twice.");
            } else {
                words.put(scalar.getValue(), new Item(scalar.getValue(), lineOf(item)));
            }
        }
        return List.copyOf(words.values());
    }

    /** Notes every key that nobody asked for. */
    void end() {
        for (String key : nodes.keySet()) {
            if (!known.contains(key)) {
                fault(key, "Unknown key \"" + key + "\"" + Nearest.hint(key, known));
            }
        }
    }

    private List<Node> items(String key) {
        Node node = required(key);
        if (node instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
            return sequence.getValue();
        }
        if (node != null) {
            fault(key, "\"" + key + "\" must be a list with at least one item.");
        }
        return List.of();
    }

    private @Nullable Node required(String key) {
        if (!has(key)) {
            findings.fault(line, "\"" + key + "\" is missing here (" + path + ").");
        }
        return nodes.get(key);
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
