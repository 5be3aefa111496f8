package org.yinxin.app.commandline;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yinxin.app.commandline.Command.Agent;
import org.yinxin.app.commandline.Command.Demo;
import org.yinxin.app.commandline.Command.Help;
import org.yinxin.app.commandline.Command.OutsideDatabase;
import org.yinxin.app.commandline.Command.Prepare;
import org.yinxin.app.commandline.Command.Rehearse;
import org.yinxin.app.commandline.Command.Serve;
import org.yinxin.app.commandline.Command.Status;

/** Reads the words after the program's name. */
public final class CommandLine {

    public static final String HELP =
            """
            Yinxin 印信: an on-line hall for digital certificates and electronic seals

            ./yinxin serve [--port 8080] [--address 127.0.0.1] [--data DIR]
                           [--database JDBC_URL --database-user USER --database-password-file FILE]
                           [--production CONFIG | --days-ahead DAYS]
                run the hall; without --production it is a demonstration with stand-ins for the
                outside services; everything is kept under DIR (./data). To see a renewal, end it and
                run it again with its clock some days ahead of this computer's; it remembers what it
                did then, so do not go back to fewer days on the same DIR
            ./yinxin demo [--plan CODE] [--business CODE] [--out DIR] [--keep]
                walk one application from sign-in to the certificates on a throw-away hall and write
                them to DIR (./issued); --keep leaves the hall running afterwards
            ./yinxin plans check FILE...
            ./yinxin plans list
            ./yinxin plans show PLAN [--svg FILE]
            ./yinxin plans diff PLAN PLAN
                check service plans and say file, line, what is wrong and what would be right; list
                the plans of the hall; draw one with its gates and assumptions; tell what changed
                from one to another. PLAN is a plan's code or a file
            ./yinxin ca check [--from DAY] [--until DAY] [--data DIR] [--production CONFIG]
                              [--database JDBC_URL --database-user USER --database-password-file FILE]
                look again at every certificate that was issued on those days (all): its signature,
                what was intended, the rules it has to keep, its record and the approval of its case;
                one line for each objection, and exit code 1 when there is one. End the hall first
                when it keeps its database under DIR
            ./yinxin ca profile check FILE...
            ./yinxin ca profile list [--folder DIR]
            ./yinxin ca profile show NAME [--folder DIR]
                check certificate profiles and say file, line, what is wrong and what would be right; list
                those that are shipped, with those of DIR, which replace them by name; tell what one
                makes certificates say (docs/certificate-profiles.md)
            ./yinxin ca machine add --authority CODE --name NAME --subject "C=CN,O=...,CN=..."
                              [--host NAME,NAME | --organisation] [--organisation-code CODE]
                              [--days 90] [--certificates 10] [--until DAY] [--data DIR ...]
            ./yinxin ca machine list [--data DIR ...]
            ./yinxin ca machine close --name NAME [--data DIR ...]
                register a machine that may enrol by itself over EST and CMP and print its secret, once; list
                them; let one in no more. Certificates say what is registered and nothing else. Where
                the hall is, is said as for ca check (docs/protocols.md)
            ./yinxin ca custodian add --name NAME [--duty authorities|keys]
                                      [--custodian NAME --custodian NAME] [--data DIR ...]
            ./yinxin ca custodian list [--data DIR ...]
            ./yinxin ca custodian close --name NAME --custodian NAME --custodian NAME [--data DIR ...]
            ./yinxin ca hierarchy create --definition FILE --custodian NAME --custodian NAME [--data DIR ...]
            ./yinxin ca hierarchy list [--data DIR ...]
            ./yinxin ca hierarchy roll --authority CODE --custodian NAME --custodian NAME [--data DIR ...]
            ./yinxin ca hierarchy retire --authority CODE --reason TEXT
                                         --custodian NAME --custodian NAME [--data DIR ...]
                make further authorities, give one a new key, or let one certify no more: each takes two
                custodians, whose secrets are asked for, or read from a file of mode 600 that is given as
                NAME=FILE. The first two custodians of each duty are added without others; those of keys are
                for ./yinxin custody (docs/operations/key-ceremony.md)
            ./yinxin custody find --serial HEX | --identity CODE [--data DIR ...]
            ./yinxin custody history --key ID [--data DIR ...]
            ./yinxin custody recovery ask --key ID --serial HEX --reason TEXT --custodian NAME [--data DIR ...]
            ./yinxin custody export ask --key ID --recipient FILE --authority TEXT --document TEXT
                                        --custodian NAME [--data DIR ...]
            ./yinxin custody recovery|export approve --request ID --custodian NAME [--data DIR ...]
            ./yinxin custody recovery|export give --request ID --form sm2|skf|skf-64|signed --out FILE
                                                  --custodian NAME [--data DIR ...]
            ./yinxin custody recovery|export list [--data DIR ...]
                find encryption keys in custody by a certificate or a subscriber's code, tell the life of one,
                and let one out: for the subscriber's new token, whose signing certificate has that serial, or
                for an authority that demands it, whose certificate is in FILE. One custodian of keys asks,
                another approves within a day, and one of the two is given the envelope, once
                (docs/operations/key-recovery.md)
            ./yinxin status --database JDBC_URL --database-user USER --database-password-file FILE
                            [--port 8090] [--address 127.0.0.1] [--keys DIR] [--ahead]
                answer questions about the status of certificates (OCSP) and do nothing else: USER needs
                to read only, and DIR (./data/keys/responders) holds the keys of responders, none of an
                authority. --ahead serves answers again that were signed before, until something changes
            ./yinxin agent [--help]
                run the key agent for this computer's keys
            ./yinxin bench lists [--rows 1000000] [--clients 8] [--data DIR]
                fill a hall of its own with so many applications and say how long its lists, queues,
                searches and dashboards take; ./yinxin bench --help says more
            ./yinxin test [-p MODULE] [-t PATTERN]
                run the tests, all or those of a module, or those whose class matches
            ./yinxin lint
                check format, compiler warnings and the house rules
            ./yinxin help
                say this
            """;

    private static final String DATABASE = "--database";
    private static final String DATABASE_USER = "--database-user";
    private static final String DATABASE_PASSWORD_FILE = "--database-password-file";
    private static final String PRODUCTION = "--production";
    private static final String DAYS_AHEAD = "--days-ahead";

    /** What says where a hall keeps what it keeps. */
    static final Set<String> WHERE =
            Set.of("--data", DATABASE, DATABASE_USER, DATABASE_PASSWORD_FILE, PRODUCTION);

    // What the demonstration's authorities outlive.
    private static final int MOST_DAYS_AHEAD = 3650;

    private CommandLine() {}

    /** What was meant, or the sentence that says what is wrong with it. */
    public sealed interface Reading {
        record Understood(Command command) implements Reading {}

        record Misused(String sentence) implements Reading {}
    }

    public static Reading read(List<String> words) {
        if (words.isEmpty()) {
            return new Reading.Understood(new Help());
        }
        List<String> rest = words.subList(1, words.size());
        try {
            return new Reading.Understood(
                    switch (words.getFirst()) {
                        case "serve" -> serve(rest);
                        case "demo" -> demo(rest);
                        case "plans" -> PlansLine.read(rest);
                        case "ca" -> CaLine.read(rest);
                        case "custody" -> CustodyLine.read(rest);
                        case "status" -> status(rest);
                        case "agent" -> new Agent(rest);
                        case "prepare" -> prepare(rest);
                        case "rehearse" -> {
                            Options.read("rehearse", rest, Set.of(), Set.of());
                            yield new Rehearse();
                        }
                        case "help", "--help", "-h" -> new Help();
                        default ->
                                throw new Misuse(
                                        "There is no verb %s; ./yinxin help lists them."
                                                .formatted(words.getFirst()));
                    });
        } catch (Misuse misuse) {
            return new Reading.Misused(misuse.sentence());
        }
    }

    private static Command serve(List<String> words) {
        Options options =
                Options.read(
                        "serve",
                        words,
                        Set.of(
                                "--port",
                                "--address",
                                "--data",
                                DATABASE,
                                DATABASE_USER,
                                DATABASE_PASSWORD_FILE,
                                PRODUCTION,
                                DAYS_AHEAD),
                        Set.of("--help"));
        if (options.has("--help")) {
            return new Help();
        }
        return new Serve(
                port(options.value("--port", "8080")),
                options.value("--address", "127.0.0.1"),
                Path.of(options.value("--data", "data")),
                database(options),
                path(options.value(PRODUCTION)),
                daysAhead(options));
    }

    /** The hall that {@link #WHERE} names, on a port that nobody is told. */
    static Serve hall(Options options) {
        return new Serve(
                0,
                "127.0.0.1",
                Path.of(options.value("--data", "data")),
                database(options),
                path(options.value(PRODUCTION)),
                0);
    }

    private static Command demo(List<String> words) {
        Options options =
                Options.read(
                        "demo",
                        words,
                        Set.of("--plan", "--business", "--out"),
                        Set.of("--keep", "--help"));
        if (options.has("--help")) {
            return new Help();
        }
        return new Demo(
                options.value("--plan"),
                options.value("--business"),
                Path.of(options.value("--out", "issued")),
                options.has("--keep"));
    }

    private static Command status(List<String> words) {
        Options options =
                Options.read(
                        "status",
                        words,
                        Set.of(
                                "--port",
                                "--address",
                                "--keys",
                                DATABASE,
                                DATABASE_USER,
                                DATABASE_PASSWORD_FILE),
                        Set.of("--ahead", "--help"));
        if (options.has("--help")) {
            return new Help();
        }
        OutsideDatabase database = database(options);
        if (database == null) {
            throw new Misuse(
                    "status wants %s, %s and %s: the database of a hall."
                            .formatted(DATABASE, DATABASE_USER, DATABASE_PASSWORD_FILE));
        }
        return new Status(
                port(options.value("--port", "8090")),
                options.value("--address", "127.0.0.1"),
                database,
                Path.of(options.value("--keys", "data/keys/responders")),
                options.has("--ahead"));
    }

    private static Command prepare(List<String> words) {
        Options options = Options.read("prepare", words, Set.of("--out"), Set.of());
        return new Prepare(Path.of(options.value("--out", "prepared")));
    }

    private static @Nullable OutsideDatabase database(Options options) {
        String url = options.value(DATABASE);
        String user = options.value(DATABASE_USER);
        String file = options.value(DATABASE_PASSWORD_FILE);
        if (url == null && user == null && file == null) {
            return null;
        }
        if (url == null || user == null || file == null) {
            throw new Misuse(
                    "%s, %s and %s belong together: give all three or none."
                            .formatted(DATABASE, DATABASE_USER, DATABASE_PASSWORD_FILE));
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new Misuse(
                    "%s wants an address like jdbc:postgresql://host/name, not %s."
                            .formatted(DATABASE, url));
        }
        return new OutsideDatabase(url, user, Path.of(file));
    }

    private static int port(String text) {
        if (text.matches("[0-9]{1,5}")) {
            int port = Integer.parseInt(text);
            if (port <= 65535) {
                return port;
            }
        }
        throw new Misuse("--port wants a number from 0 to 65535, not %s.".formatted(text));
    }

    private static int daysAhead(Options options) {
        String text = options.value(DAYS_AHEAD);
        if (text == null) {
            return 0;
        }
        if (options.has(PRODUCTION)) {
            throw new Misuse(
                    "%s is for demonstrations: a real hall (%s) keeps the time of its computer."
                            .formatted(DAYS_AHEAD, PRODUCTION));
        }
        if (text.matches("[0-9]{1,4}")) {
            int days = Integer.parseInt(text);
            if (days <= MOST_DAYS_AHEAD) {
                return days;
            }
        }
        throw new Misuse(
                "%s wants a number of days from 0 to %d, not %s."
                        .formatted(DAYS_AHEAD, MOST_DAYS_AHEAD, text));
    }

    private static @Nullable Path path(@Nullable String text) {
        return text == null ? null : Path.of(text);
    }
}
