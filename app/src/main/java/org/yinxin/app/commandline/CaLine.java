package org.yinxin.app.commandline;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yinxin.app.commandline.Command.Ca;

/** Reads the words after {@code ca}: one more verb and its options. */
final class CaLine {

    private static final String FROM = "--from";
    private static final String UNTIL = "--until";

    private CaLine() {}

    static Command read(List<String> words) {
        if (words.isEmpty() || words.contains("--help")) {
            return new Command.Help();
        }
        if (words.getFirst().equals("machine")) {
            return MachineLine.read(words.subList(1, words.size()));
        }
        if (words.getFirst().equals("profile")) {
            return ProfilesLine.read(words.subList(1, words.size()));
        }
        if (words.getFirst().equals("custodian")) {
            return CustodianLine.read(words.subList(1, words.size()));
        }
        if (words.getFirst().equals("hierarchy")) {
            return HierarchyLine.read(words.subList(1, words.size()));
        }
        if (!words.getFirst().equals("check")) {
            throw new Misuse(
                    "ca does not know %s; it knows check, profile, machine, custodian and hierarchy."
                            .formatted(words.getFirst()));
        }
        Set<String> known = new HashSet<>(CommandLine.WHERE);
        known.addAll(List.of(FROM, UNTIL));
        Options options = Options.read("ca check", words.subList(1, words.size()), known, Set.of());
        LocalDate from = day(options, FROM);
        LocalDate until = day(options, UNTIL);
        if (from != null && until != null && until.isBefore(from)) {
            throw new Misuse("%s is before %s: no day is between them.".formatted(UNTIL, FROM));
        }
        return new Ca.Check(CommandLine.hall(options), from, until);
    }

    static @Nullable LocalDate day(Options options, String name) {
        String text = options.value(name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Misuse("%s wants a day like 2026-11-01, not %s.".formatted(name, text));
        }
    }
}
