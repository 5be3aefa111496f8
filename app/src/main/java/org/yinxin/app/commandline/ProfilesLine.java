package org.yinxin.app.commandline;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yinxin.app.commandline.Command.Profiles;

/** Reads the words after {@code ca profile}: one more verb, what it is about, and its options. */
final class ProfilesLine {

    private static final String FOLDER = "--folder";

    private ProfilesLine() {}

    static Command read(List<String> words) {
        if (words.isEmpty()) {
            return new Command.Help();
        }
        List<String> rest = words.subList(1, words.size());
        return switch (words.getFirst()) {
            case "check" -> {
                for (String word : rest) {
                    if (word.startsWith("--")) {
                        throw new Misuse("ca profile check does not know %s.".formatted(word));
                    }
                }
                if (rest.isEmpty()) {
                    throw new Misuse("ca profile check wants one file or more.");
                }
                yield new Profiles.Check(rest.stream().map(Path::of).toList());
            }
            case "list" -> new Profiles.ListAll(folder("list", rest));
            case "show" -> {
                if (rest.isEmpty() || rest.getFirst().startsWith("--")) {
                    throw new Misuse("ca profile show wants the name of a profile.");
                }
                yield new Profiles.Show(
                        rest.getFirst(), folder("show", rest.subList(1, rest.size())));
            }
            default ->
                    throw new Misuse(
                            "ca profile does not know %s; it knows check, list and show."
                                    .formatted(words.getFirst()));
        };
    }

    private static @Nullable Path folder(String verb, List<String> words) {
        String folder =
                Options.read("ca profile " + verb, words, Set.of(FOLDER), Set.of()).value(FOLDER);
        return folder == null ? null : Path.of(folder);
    }
}
