package org.yinxin.app.commandline;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yinxin.app.commandline.CustodyCommand.Act;
import org.yinxin.app.commandline.CustodyCommand.Form;
import org.yinxin.pki.certificate.SerialNumber;

/** Reads the words after {@code custody}: one more verb or two, and their options. */
final class CustodyLine {

    private static final String KEY = "--key";
    private static final String SERIAL = "--serial";
    private static final String IDENTITY = "--identity";
    private static final String REASON = "--reason";
    private static final String RECIPIENT = "--recipient";
    private static final String AUTHORITY = "--authority";
    private static final String DOCUMENT = "--document";
    private static final String REQUEST = "--request";
    private static final String FORM = "--form";
    private static final String OUT = "--out";
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private CustodyLine() {}

    static Command read(List<String> words) {
        if (words.isEmpty() || words.contains("--help")) {
            return new Command.Help();
        }
        List<String> rest = words.subList(1, words.size());
        return switch (words.getFirst()) {
            case "find" -> find(rest);
            case "history" -> {
                Options options = options("custody history", rest, Set.of(KEY));
                yield new CustodyCommand.History(
                        CommandLine.hall(options), id("custody history", options, KEY));
            }
            case "recovery" -> guarded(Act.RECOVERY, rest);
            case "export" -> guarded(Act.EXPORT, rest);
            default ->
                    throw new Misuse(
                            "custody does not know %s; it knows find, history, recovery and export."
                                    .formatted(words.getFirst()));
        };
    }

    private static Command find(List<String> words) {
        Options options = options("custody find", words, Set.of(SERIAL, IDENTITY));
        String code = options.value(IDENTITY);
        if (options.has(SERIAL) == (code != null)) {
            throw new Misuse(
                    "custody find wants %s or %s, one of the two.".formatted(SERIAL, IDENTITY));
        }
        return code == null
                ? new CustodyCommand.FindBySerial(
                        CommandLine.hall(options), serial("custody find", options))
                : new CustodyCommand.FindByCode(CommandLine.hall(options), code.strip());
    }

    private static Command guarded(Act act, List<String> words) {
        if (words.isEmpty()) {
            return new Command.Help();
        }
        String verb = "custody " + act.word() + " " + words.getFirst();
        List<String> rest = words.subList(1, words.size());
        return switch (words.getFirst()) {
            case "ask" ->
                    switch (act) {
                        case RECOVERY -> askRecovery(verb, rest);
                        case EXPORT -> askExport(verb, rest);
                    };
            case "approve" -> {
                Options options = CustodianLine.options(verb, rest, Set.of(REQUEST));
                yield new CustodyCommand.Approve(
                        CommandLine.hall(options),
                        act,
                        id(verb, options, REQUEST),
                        CustodianLine.claimant(verb, options));
            }
            case "give" -> {
                Options options = CustodianLine.options(verb, rest, Set.of(REQUEST, FORM, OUT));
                yield new CustodyCommand.Give(
                        CommandLine.hall(options),
                        act,
                        id(verb, options, REQUEST),
                        form(verb, options),
                        Path.of(CustodianLine.required(verb, options, OUT)),
                        CustodianLine.claimant(verb, options));
            }
            case "list" ->
                    new CustodyCommand.ListOpen(
                            CommandLine.hall(options(verb, rest, Set.of())), act);
            default ->
                    throw new Misuse(
                            "custody %s does not know %s; it knows ask, approve, give and list."
                                    .formatted(act.word(), words.getFirst()));
        };
    }

    private static Command askRecovery(String verb, List<String> words) {
        Options options = CustodianLine.options(verb, words, Set.of(KEY, SERIAL, REASON));
        return new CustodyCommand.AskRecovery(
                CommandLine.hall(options),
                id(verb, options, KEY),
                serial(verb, options),
                CustodianLine.required(verb, options, REASON),
                CustodianLine.claimant(verb, options));
    }

    private static Command askExport(String verb, List<String> words) {
        Options options =
                CustodianLine.options(verb, words, Set.of(KEY, RECIPIENT, AUTHORITY, DOCUMENT));
        return new CustodyCommand.AskExport(
                CommandLine.hall(options),
                id(verb, options, KEY),
                Path.of(CustodianLine.required(verb, options, RECIPIENT)),
                CustodianLine.required(verb, options, AUTHORITY),
                CustodianLine.required(verb, options, DOCUMENT),
                CustodianLine.claimant(verb, options));
    }

    private static Options options(String verb, List<String> words, Set<String> valued) {
        Set<String> known = new HashSet<>(CommandLine.WHERE);
        known.addAll(valued);
        return Options.read(verb, words, known, Set.of());
    }

    private static UUID id(String verb, Options options, String name) {
        String text = CustodianLine.required(verb, options, name);
        if (!UUID_FORM.matcher(text).matches()) {
            throw new Misuse(
                    "%s wants an id like 0b7d5c1e-2f64-4c0a-9a53-6d1f0e8b7a42, as ./yinxin custody prints it, not %s."
                            .formatted(name, text));
        }
        return UUID.fromString(text);
    }

    private static SerialNumber serial(String verb, Options options) {
        String text = CustodianLine.required(verb, options, SERIAL);
        try {
            return SerialNumber.ofHex(text);
        } catch (IllegalArgumentException e) {
            throw new Misuse(
                    "%s wants the serial of a certificate in hexadecimal digits, not %s."
                            .formatted(SERIAL, text));
        }
    }

    private static Form form(String verb, Options options) {
        String word = CustodianLine.required(verb, options, FORM);
        return Arrays.stream(Form.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Misuse(
                                        "%s wants one of %s, not %s."
                                                .formatted(
                                                        FORM,
                                                        Arrays.stream(Form.values())
                                                                .map(Form::word)
                                                                .collect(Collectors.joining(", ")),
                                                        word)));
    }
}
