package org.yinxin.bench.fuzz;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yinxin.bench.Given;
import org.yinxin.bench.Misuse;

/**
 * What {@code bench fuzz} is asked for.
 *
 * @param seconds how long each target is fed
 * @param targets their names
 * @param corpus the folder where inputs are found and kept; null for none
 * @param seed what the random numbers begin with, so that a run can be repeated
 */
public record FuzzWords(int seconds, List<String> targets, @Nullable Path corpus, int seed) {

    public static final String HELP =
            """
            ./yinxin bench fuzz [--seconds 600] [--target pkcs10,ocsp,cmp,cmp-body,est,envelope] [--corpus FOLDER] [--seed 1]
                feed a hall's parsers and doors for machines with broken input, each target for so long, and say
                which answers there were; anything but a declared answer is a crash. Inputs that lead to a new
                answer are kept in the folder, a file for each target, and taken up again by the next run
            """;

    private static final Set<String> VALUED = Set.of("--seconds", "--target", "--corpus", "--seed");

    /** Reads the words behind {@code bench fuzz}. */
    public static FuzzWords read(List<String> words) {
        Given given = Given.read("fuzz", words, VALUED, Set.of());
        String named = given.value("--target");
        List<String> targets = named == null ? Targets.NAMES : List.of(named.split(","));
        targets.stream()
                .filter(target -> !Targets.NAMES.contains(target))
                .findFirst()
                .ifPresent(
                        target -> {
                            throw new Misuse(
                                    "bench fuzz knows no target %s; it knows %s."
                                            .formatted(target, String.join(", ", Targets.NAMES)));
                        });
        String folder = given.value("--corpus");
        return new FuzzWords(
                given.count("--seconds", 600),
                targets,
                folder == null ? null : Path.of(folder),
                given.count("--seed", 1));
    }
}
