package org.yinxin.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules on source text: what a compiler does not see. Each has the sentence that its breaker reads. */
class SourceRulesTest {

    private static final int LONGEST_FILE = 400;

    /** Where the program is put together: the only rooms that may reach for the real clock and the real randomness. */
    private static final String WIRING =
            "app/.*|.*Main\\.java|keyagent/.*|standins/.*|store/.*/postgres/.*";

    record Rule(String forbidden, String allowedIn, String sentence) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    static Stream<Rule> rules() {
        return Stream.of(
                new Rule(
                        "catch \\((final )?(Exception|Throwable) ",
                        "nowhere",
                        "Catch what you expect; unknown faults belong to the outermost edge"),
                new Rule(
                        "(Instant|LocalDate|LocalDateTime|ZonedDateTime)\\.now\\(\\)|System\\.currentTimeMillis",
                        WIRING,
                        "Time is injected: take a java.time.Clock"),
                new Rule(
                        "UUID\\.randomUUID\\(",
                        WIRING,
                        "Identifiers are injected: take the bean named uuids"),
                new Rule(
                        "new SecureRandom\\(",
                        WIRING,
                        "Randomness is injected: take a SecureRandom"),
                new Rule(
                        "System\\.(out|err)\\b",
                        "app/.*|keyagent/.*|bench/.*/Bench\\.java",
                        "Only the command line speaks to the console"),
                new Rule("@author\\b", "nowhere", "History knows the authors"),
                new Rule("\\bimport lombok\\.", "nowhere", "Records and constructors, no Lombok"),
                new Rule("printStackTrace\\(", "nowhere", "Log it or let it rise"),
                new Rule("^\\s*//.*;\\s*$", "nowhere", "Delete code instead of commenting it out"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void main_code_keeps_the_house_rule(Rule rule) throws IOException {
        Pattern forbidden = Pattern.compile(rule.forbidden());
        Pattern allowed = Pattern.compile(rule.allowedIn());
        var broken = new ArrayList<String>();
        for (Path file : mainSources()) {
            String name = root().relativize(file).toString();
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (forbidden.matcher(lines.get(i)).find() && !allowed.matcher(name).matches()) {
                    broken.add(name + ":" + (i + 1));
                }
            }
        }
        assertThat(broken).as(rule.sentence()).isEmpty();
    }

    @Test
    void no_file_is_longer_than_400_lines() throws IOException {
        var long_ = new ArrayList<String>();
        for (Path file : allSources()) {
            int lines = Files.readAllLines(file).size();
            if (lines > LONGEST_FILE) {
                long_.add(root().relativize(file) + ": " + lines);
            }
        }
        assertThat(long_)
                .as("When a file wants to grow, a concept is missing: find its name")
                .isEmpty();
    }

    @Test
    void every_package_says_what_it_is_for_and_is_null_marked() throws IOException {
        var silent = new ArrayList<String>();
        for (Path folder : mainSources().stream().map(Path::getParent).distinct().toList()) {
            Path statement = folder.resolve("package-info.java");
            String text = Files.exists(statement) ? Files.readString(statement) : "";
            if (!text.contains("/**") || !text.contains("@NullMarked")) {
                silent.add(root().relativize(folder).toString());
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void every_package_of_the_hall_states_what_it_may_use() throws IOException {
        var open = new ArrayList<String>();
        try (var packages = Files.list(root().resolve("hall/src/main/java/org/yinxin/hall"))) {
            for (Path folder : packages.filter(Files::isDirectory).toList()) {
                if (!Files.readString(folder.resolve("package-info.java"))
                        .contains("allowedDependencies")) {
                    open.add(folder.getFileName().toString());
                }
            }
        }
        assertThat(open).as("an allowedDependencies left out means anything").isEmpty();
    }

    private static List<Path> mainSources() throws IOException {
        return allSources().stream()
                .filter(file -> file.toString().contains("/src/main/java/"))
                .toList();
    }

    private static List<Path> allSources() throws IOException {
        var sources = new ArrayList<Path>();
        try (var modules = Files.list(root())) {
            for (Path module :
                    modules.map(each -> each.resolve("src")).filter(Files::isDirectory).toList()) {
                try (var files = Files.walk(module)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
                }
            }
        }
        assertThat(sources).as("the sources are where they are looked for").hasSizeGreaterThan(100);
        return sources;
    }

    private static Path root() {
        return Path.of("..").toAbsolutePath().normalize();
    }
}
