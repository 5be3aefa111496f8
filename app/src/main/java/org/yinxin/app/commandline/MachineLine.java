package org.yinxin.app.commandline;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yinxin.app.commandline.Command.Ca.Machines;

/** Reads the words after {@code ca machine}: one more verb and its options. */
final class MachineLine {

    private static final String NAME = "--name";
    private static final String AUTHORITY = "--authority";
    private static final String SUBJECT = "--subject";
    private static final String ORGANISATION = "--organisation";
    private static final String ORGANISATION_CODE = "--organisation-code";
    private static final String HOST = "--host";
    private static final String DAYS = "--days";
    private static final String CERTIFICATES = "--certificates";
    private static final String UNTIL = "--until";

    private MachineLine() {}

    static Command read(List<String> words) {
        if (words.isEmpty()) {
            return new Command.Help();
        }
        List<String> rest = words.subList(1, words.size());
        return switch (words.getFirst()) {
            case "add" -> add(rest);
            case "list" ->
                    new Machines.ListAll(CommandLine.hall(read("list", rest, Set.of(), Set.of())));
            case "close" -> {
                Options options = read("close", rest, Set.of(NAME), Set.of());
                yield new Machines.Close(
                        CommandLine.hall(options), required("close", options, NAME));
            }
            default ->
                    throw new Misuse(
                            "ca machine does not know %s; it knows add, list and close."
                                    .formatted(words.getFirst()));
        };
    }

    private static Command add(List<String> words) {
        Options options =
                read(
                        "add",
                        words,
                        Set.of(
                                NAME,
                                AUTHORITY,
                                SUBJECT,
                                ORGANISATION_CODE,
                                HOST,
                                DAYS,
                                CERTIFICATES,
                                UNTIL),
                        Set.of(ORGANISATION));
        String hosts = options.value(HOST);
        if (hosts != null && options.has(ORGANISATION)) {
            throw new Misuse(
                    "%s is for devices, so not together with %s.".formatted(HOST, ORGANISATION));
        }
        return new Machines.Add(
                CommandLine.hall(options),
                required("add", options, AUTHORITY),
                required("add", options, NAME),
                required("add", options, SUBJECT),
                options.has(ORGANISATION),
                options.value(ORGANISATION_CODE),
                hosts == null ? List.of() : List.of(hosts.split(",", -1)),
                number(options, DAYS, "90", 3660),
                number(options, CERTIFICATES, "10", 10_000),
                CaLine.day(options, UNTIL));
    }

    private static Options read(
            String verb, List<String> words, Set<String> valued, Set<String> flags) {
        Set<String> known = new HashSet<>(CommandLine.WHERE);
        known.addAll(valued);
        return Options.read("ca machine " + verb, words, known, flags);
    }

    private static String required(String verb, Options options, String name) {
        String value = options.value(name);
        if (value == null) {
            throw new Misuse("ca machine %s wants %s.".formatted(verb, name));
        }
        return value;
    }

    private static int number(Options options, String name, String otherwise, int most) {
        String text = options.value(name, otherwise);
        if (text.matches("[0-9]{1,5}")) {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        }
        throw new Misuse("%s wants a number from 1 to %d, not %s.".formatted(name, most, text));
    }
}
