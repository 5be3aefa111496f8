package org.yinxin.app.commandline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yinxin.app.commandline.Command.Plans;

/** Reads the words after {@code plans}: one more verb, what it is about, and its options. */
final class PlansLine {

    private PlansLine() {}

    static Command read(List<String> words) {
        if (words.isEmpty() || words.contains("--help")) {
            return new Command.Help();
        }
        List<String> rest = words.subList(1, words.size());
        return switch (words.getFirst()) {
            case "check" -> {
                List<String> files = about("plans check", rest, 1, "one file or more");
                yield new Plans.Check(files.stream().map(Path::of).toList());
            }
            case "list" -> {
                Options.read("plans list", rest, Set.of(), Set.of());
                yield new Plans.ListAll();
            }
            case "show" -> show(rest);
            case "diff" -> {
                List<String> two = about("plans diff", rest, 2, "two plans");
                if (two.size() > 2) {
                    throw new Misuse("plans diff wants two plans, not %d.".formatted(two.size()));
                }
                yield new Plans.Diff(two.getFirst(), two.getLast());
            }
            default ->
                    throw new Misuse(
                            "plans does not know %s; it knows check, list, show and diff."
                                    .formatted(words.getFirst()));
        };
    }

    private static Command show(List<String> words) {
        List<String> plans = new ArrayList<>();
        List<String> options = new ArrayList<>();
        for (String word : words) {
            boolean option = word.startsWith("--");
            boolean value = !options.isEmpty() && options.getLast().equals("--svg");
            (option || value ? options : plans).add(word);
        }
        Options read = Options.read("plans show", options, Set.of("--svg"), Set.of());
        if (plans.size() != 1) {
            throw new Misuse("plans show wants one plan, a code or a file.");
        }
        String svg = read.value("--svg");
        return new Plans.Show(plans.getFirst(), svg == null ? null : Path.of(svg));
    }

    private static List<String> about(String verb, List<String> words, int least, String what) {
        for (String word : words) {
            if (word.startsWith("--")) {
                throw new Misuse("%s does not know %s.".formatted(verb, word));
            }
        }
        if (words.size() < least) {
            throw new Misuse("%s wants %s.".formatted(verb, what));
        }
        return words;
    }
}
