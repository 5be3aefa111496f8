package org.yinxin.app.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.app.StartRefused;
import org.yinxin.app.commandline.Command.Profiles;
import org.yinxin.authority.profile.catalogue.FaultyProfilesException;
import org.yinxin.authority.profile.reading.ProfileReader;
import org.yinxin.authority.profile.reading.ProfileReading;

/** The commands about profiles, and the page that explains the files. */
class ProfileToolsTest {

    private static final Path PAGE = Path.of("../docs/certificate-profiles.md");
    private static final Pattern BLOCK =
            Pattern.compile("```yaml\n(profile:.*?)```", Pattern.DOTALL);

    @TempDir private Path folder;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private int ask(Profiles command) {
        said.reset();
        return ProfileTools.carryOut(command, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private String answer() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private static List<String> examples() throws IOException {
        return BLOCK.matcher(Files.readString(PAGE)).results().map(it -> it.group(1)).toList();
    }

    private Path file(String name, String yaml) throws IOException {
        return Files.writeString(folder.resolve(name), yaml);
    }

    @Test
    void every_example_of_the_page_passes() throws IOException {
        assertThat(examples()).hasSizeGreaterThan(1);
        for (String example : examples()) {
            Path file = file("example.yaml", example);
            assertThat(ask(new Profiles.Check(List.of(file)))).as(answer()).isZero();
            assertThat(answer()).startsWith(file + ": sound; profile ");
        }
    }

    @Test
    void the_page_explains_every_key() throws IOException {
        String page = Files.readString(PAGE);
        for (String example : examples()) {
            String withUnknown =
                    example.replaceAll("\\{(?!authority)", "{zzzzzzzzzz: 1, ")
                            .replaceAll(
                                    "(?m)^( *)(signing|single|keyUsage):",
                                    "$1zzzzzzzzzz: 1\n$1$2:");
            List<String> known =
                    faults(withUnknown)
                            .filter(sentence -> sentence.startsWith("Unknown key"))
                            .flatMap(
                                    sentence ->
                                            Stream.of(
                                                    sentence.replaceAll(".*known here: |\\.$", "")
                                                            .split(", ", -1)))
                            .distinct()
                            .toList();
            assertThat(known).hasSizeGreaterThan(10);
            assertThat(known).allSatisfy(key -> assertThat(page).contains("| `" + key + "` |"));
        }
    }

    private static Stream<String> faults(String yaml) {
        return switch (ProfileReader.read("x", yaml)) {
            case ProfileReading.Sound _ -> Stream.empty();
            case ProfileReading.Faulty(var faults) ->
                    faults.stream().map(fault -> fault.sentence());
        };
    }

    @Test
    void check_says_what_is_wrong_and_ends_with_1() throws IOException {
        Path good = file("good.yaml", examples().getFirst());
        Path bad = file("bad.yaml", examples().getFirst().replace("months:", "month:"));
        assertThat(ask(new Profiles.Check(List.of(bad, good)))).isEqualTo(1);
        assertThat(answer())
                .contains(
                        bad + ":4: Unknown key \"month\"; did you mean \"months\"?",
                        good + ": sound; profile ");
        assertThatThrownBy(() -> ask(new Profiles.Check(List.of(folder.resolve("none.yaml")))))
                .isInstanceOf(FaultyProfilesException.class)
                .hasMessageContaining("none.yaml:1: This is no file that can be read.");
    }

    @Test
    void list_names_those_that_are_shipped_and_those_of_the_folder() throws IOException {
        assertThat(list(null)).contains("organisation-2012 ", "natural-person-2023 ");
        file("mine.yaml", examples().getFirst());
        assertThat(list(folder)).contains(folder.resolve("mine.yaml").toString());
    }

    private String list(@Nullable Path own) {
        assertThat(ask(new Profiles.ListAll(own))).isZero();
        return answer();
    }

    @Test
    void show_tells_what_certificates_say() {
        assertThat(ask(new Profiles.Show("organisation-2012", null))).isZero();
        assertThat(answer())
                .contains(
                        "organisation-2012 of the edition 2012",
                        "digitalSignature, nonRepudiation",
                        "1.2.156.10260.4.1.4 (organizationCode) from organisation-code");
        assertThatThrownBy(() -> ask(new Profiles.Show("nobody", null)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("There is no profile nobody; there are: device-2012, ");
    }
}
