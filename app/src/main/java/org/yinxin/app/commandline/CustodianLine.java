package org.yinxin.app.commandline;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yinxin.app.commandline.Command.Ca.Claimant;
import org.yinxin.app.commandline.Command.Ca.Custodians;
import org.yinxin.authority.custodian.CustodianDuty;

/** Reads the words after {@code ca custodian}, and for others who the two custodians are. */
final class CustodianLine {

    static final String CUSTODIAN = "--custodian";

    private static final String NAME = "--name";
    private static final String DUTY = "--duty";

    private CustodianLine() {}

    static Command read(List<String> words) {
        if (words.isEmpty()) {
            return new Command.Help();
        }
        List<String> rest = words.subList(1, words.size());
        return switch (words.getFirst()) {
            case "add" -> {
                Options options = options("ca custodian add", rest, Set.of(NAME, DUTY));
                yield new Custodians.Add(
                        CommandLine.hall(options),
                        required("ca custodian add", options, NAME),
                        duty(options),
                        claimants("ca custodian add", options, true));
            }
            case "list" ->
                    new Custodians.ListAll(
                            CommandLine.hall(
                                    Options.read(
                                            "ca custodian list",
                                            rest,
                                            CommandLine.WHERE,
                                            Set.of())));
            case "close" -> {
                Options options = options("ca custodian close", rest, Set.of(NAME));
                yield new Custodians.Close(
                        CommandLine.hall(options),
                        required("ca custodian close", options, NAME),
                        claimants("ca custodian close", options, false));
            }
            default ->
                    throw new Misuse(
                            "ca custodian does not know %s; it knows add, list and close."
                                    .formatted(words.getFirst()));
        };
    }

    /** The options of a verb that takes custodians. */
    static Options options(String verb, List<String> words, Set<String> valued) {
        Set<String> known = new HashSet<>(CommandLine.WHERE);
        known.addAll(valued);
        return Options.read(verb, words, known, Set.of(), Set.of(CUSTODIAN));
    }

    static String required(String verb, Options options, String name) {
        String value = options.value(name);
        if (value == null) {
            throw new Misuse("%s wants %s.".formatted(verb, name));
        }
        return value;
    }

    /** The only one. */
    static Claimant claimant(String verb, Options options) {
        List<String> given = options.values(CUSTODIAN);
        if (given.size() != 1) {
            throw new Misuse(
                    "%s wants %s once: NAME, whose secret is asked for, or NAME=FILE."
                            .formatted(verb, CUSTODIAN));
        }
        return claimant(given.getFirst());
    }

    /** Two, or where that is allowed none. */
    static List<Claimant> claimants(String verb, Options options, boolean none) {
        List<String> given = options.values(CUSTODIAN);
        if (given.size() != 2 && !(none && given.isEmpty())) {
            throw new Misuse(
                    "%s wants %s twice: NAME, whose secret is asked for, or NAME=FILE."
                            .formatted(verb, CUSTODIAN));
        }
        return given.stream().map(CustodianLine::claimant).toList();
    }

    private static CustodianDuty duty(Options options) {
        String word = options.value(DUTY, CustodianDuty.AUTHORITIES.word());
        return Arrays.stream(CustodianDuty.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Misuse(
                                        "%s wants authorities or keys, not %s."
                                                .formatted(DUTY, word)));
    }

    private static Claimant claimant(String text) {
        int equals = text.indexOf('=');
        return equals < 0
                ? new Claimant(text, null)
                : new Claimant(text.substring(0, equals), Path.of(text.substring(equals + 1)));
    }
}
