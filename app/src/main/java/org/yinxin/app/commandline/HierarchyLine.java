package org.yinxin.app.commandline;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.yinxin.app.commandline.Command.Ca.Hierarchy;

/** Reads the words after {@code ca hierarchy}: one more verb and its options. */
final class HierarchyLine {

    private static final String DEFINITION = "--definition";
    private static final String AUTHORITY = "--authority";
    private static final String REASON = "--reason";

    private HierarchyLine() {}

    static Command read(List<String> words) {
        if (words.isEmpty()) {
            return new Command.Help();
        }
        String verb = "ca hierarchy " + words.getFirst();
        List<String> rest = words.subList(1, words.size());
        return switch (words.getFirst()) {
            case "create" -> {
                Options options = CustodianLine.options(verb, rest, Set.of(DEFINITION));
                yield new Hierarchy.Create(
                        CommandLine.hall(options),
                        Path.of(CustodianLine.required(verb, options, DEFINITION)),
                        CustodianLine.claimants(verb, options, false));
            }
            case "list" ->
                    new Hierarchy.ListAll(
                            CommandLine.hall(
                                    Options.read(verb, rest, CommandLine.WHERE, Set.of())));
            case "roll" -> {
                Options options = CustodianLine.options(verb, rest, Set.of(AUTHORITY));
                yield new Hierarchy.Roll(
                        CommandLine.hall(options),
                        CustodianLine.required(verb, options, AUTHORITY),
                        CustodianLine.claimants(verb, options, false));
            }
            case "retire" -> {
                Options options = CustodianLine.options(verb, rest, Set.of(AUTHORITY, REASON));
                yield new Hierarchy.Retire(
                        CommandLine.hall(options),
                        CustodianLine.required(verb, options, AUTHORITY),
                        CustodianLine.required(verb, options, REASON),
                        CustodianLine.claimants(verb, options, false));
            }
            default ->
                    throw new Misuse(
                            "ca hierarchy does not know %s; it knows create, list, roll and retire."
                                    .formatted(words.getFirst()));
        };
    }
}
