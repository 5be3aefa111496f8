package org.yinxin.hall.catalogue.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yinxin.hall.catalogue.Words;

/**
 * One mapping of a plan file while it is read. Whoever reads it asks for the keys it knows and calls {@link #end};
 * what is missing or malformed is noted and a harmless stand-in is answered, so that reading goes on to the next
 * fault, and what nobody asked for is an unknown key.
 */
final class Block {

    static final String MISSING = "missing";

    private final String path;
    private final int line;
    private final Findings findings;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Integer> keyLines = new LinkedHashMap<>();
    private final Set<String> known = new HashSet<>();

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
        if (flag("assumed")) {
            findings.assumed(path);
        }
    }

    String path() {
        return path;
    }

    int line() {
        return line;
    }

    int line(String key) {
        return keyLines.getOrDefault(key, line);
    }

    Set<String> keys() {
        return nodes.keySet();
    }

    boolean has(String key) {
        known.add(key);
        return nodes.containsKey(key);
    }

    boolean isMapping(String key) {
        return nodes.get(key) instanceof MappingNode;
    }

    void fault(String key, String sentence) {
        findings.fault(line(key), sentence);
    }

    /** The text of a key that must be there. */
    String text(String key) {
        if (!has(key)) {
            findings.fault(line, "\"" + key + "\" is missing here (" + path + ").");
            return MISSING;
        }
        return optionalText(key).orElse(MISSING);
    }

    Optional<String> optionalText(String key) {
        Node node = find(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue().strip());
        }
        fault(key, "\"" + key + "\" must be a text.");
        return Optional.empty();
    }

    boolean flag(String key) {
        return optionalText(key)
                .map(
                        text -> {
                            if (!text.equals("true") && !text.equals("false")) {
                                fault(key, "\"" + key + "\" must be true or false.");
                            }
                            return text.equals("true");
                        })
                .orElse(false);
    }

    /** A text that means one of a type's values; {@code otherwise} stands in when it does not. */
    <T> T value(String key, Function<String, Optional<T>> reader, String expected, T otherwise) {
        if (!has(key)) {
            text(key);
            return otherwise;
        }
        Optional<String> text = optionalText(key);
        Optional<T> value = text.flatMap(reader);
        if (text.isPresent() && value.isEmpty()) {
            fault(key, "\"" + text.get() + "\" is not " + expected + ".");
        }
        return value.orElse(otherwise);
    }

    /** Texts in both languages, which must be there. */
    Words words(String key) {
        return block(key).map(Block::words).orElse(new Words(MISSING, MISSING));
    }

    @Nullable Words optionalWords(String key) {
        return has(key) ? words(key) : null;
    }

    /** This block itself as texts in both languages. */
    Words words() {
        Words words = new Words(text("zh"), text("en"));
        end();
        return words;
    }

    /** A mapping that must be there. */
    Optional<Block> block(String key) {
        Node node = find(key);
        if (node == null) {
            findings.fault(line, "\"" + key + "\" is missing here (" + path + ").");
            return Optional.empty();
        }
        if (node instanceof MappingNode mapping) {
            return Optional.of(new Block(path + "." + key, mapping, findings));
        }
        fault(key, "\"" + key + "\" must be a mapping of keys to values.");
        return Optional.empty();
    }

    /** A list of mappings that must be there and not be empty. */
    List<Block> blocks(String key) {
        List<Block> blocks = new ArrayList<>();
        for (Node item : items(key)) {
            if (item instanceof MappingNode mapping) {
                String at = path + "." + key + "[" + nameOf(mapping, blocks.size()) + "]";
                blocks.add(new Block(at, mapping, findings));
            } else {
                findings.fault(lineOf(item), "Each item of \"" + key + "\" must be a mapping.");
            }
        }
        return blocks;
    }

    /** A list of texts that must be there and not be empty. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node item : items(key)) {
            if (item instanceof ScalarNode scalar) {
                if (texts.contains(scalar.getValue())) {
                    findings.fault(lineOf(item), "\"" + scalar.getValue() + "\" is listed twice.");
                } else {
                    texts.add(scalar.getValue());
                }
            } else {
                findings.fault(lineOf(item), "Each item of \"" + key + "\" must be a text.");
            }
        }
        return texts;
    }

    /** Remembers that a part of the plan was read from here, so that a check can point at it later. */
    <T extends Record> T placed(T part) {
        findings.placed(part, this);
        return part;
    }

    /** Where a part of the plan was read. */
    Optional<Block> placeOf(Record part) {
        return findings.placeOf(part);
    }

    /** Notes every key that nobody asked for. */
    void end() {
        findings.asked(new Findings.Asked(path, plainText("kind"), Set.copyOf(known)));
        for (String key : nodes.keySet()) {
            if (!known.contains(key)) {
                fault(key, "Unknown key \"" + key + "\"" + Nearest.hint(key, known));
            }
        }
    }

    private String plainText(String key) {
        return nodes.get(key) instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private List<Node> items(String key) {
        Node node = find(key);
        if (node == null) {
            findings.fault(line, "\"" + key + "\" is missing here (" + path + ").");
            return List.of();
        }
        if (node instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
            return sequence.getValue();
        }
        fault(key, "\"" + key + "\" must be a list with at least one item.");
        return List.of();
    }

    private @Nullable Node find(String key) {
        known.add(key);
        return nodes.get(key);
    }

    private static String nameOf(MappingNode node, int index) {
        for (NodeTuple entry : node.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode key
                    && Set.of("code", "name", "value").contains(key.getValue())
                    && entry.getValueNode() instanceof ScalarNode value) {
                return value.getValue();
            }
        }
        return Integer.toString(index);
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
