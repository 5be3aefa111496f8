package org.yinxin.hall.catalogue.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plans with one fault each, in a folder where a person can read them. The first line of each says in which line the
 * fault is and a part of the sentence that tells it.
 */
class PlantedFaultsTest {

    private static final Path PLANS = Path.of("src/test/resources/plans");
    private static final Pattern EXPECTATION = Pattern.compile("# expect ([0-9]+): \"(.+)\"");

    static Stream<Path> bad() throws IOException {
        return in("bad");
    }

    static Stream<Path> good() throws IOException {
        return in("good");
    }

    @ParameterizedTest
    @MethodSource("bad")
    void refuses_the_one_fault_of_the_file_with_its_line_and_a_sentence(Path file)
            throws IOException {
        String yaml = Files.readString(file);
        Matcher expected = EXPECTATION.matcher(yaml.lines().findFirst().orElse(""));
        assertThat(expected.matches()).as("the first line says what is expected").isTrue();

        assertThat(faults(file, yaml))
                .singleElement()
                .satisfies(
                        fault -> {
                            assertThat(fault.toString())
                                    .startsWith(file + ":" + expected.group(1) + ": ");
                            assertThat(fault.sentence()).contains(expected.group(2));
                        });
    }

    @ParameterizedTest
    @MethodSource("good")
    void the_plans_they_were_made_from_are_sound(Path file) throws IOException {
        assertThat(faults(file, Files.readString(file))).isEmpty();
    }

    @Test
    void there_are_sixty_of_them_and_each_is_short() throws IOException {
        List<Path> files = bad().toList();

        assertThat(files).hasSizeGreaterThanOrEqualTo(60);
        for (Path file : files) {
            assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThan(70);
        }
    }

    private static List<PlanFault> faults(Path file, String yaml) {
        return switch (PlanReader.read(file.toString(), yaml)) {
            case PlanReading.Sound _ -> List.of();
            case PlanReading.Faulty(List<PlanFault> faults) -> faults;
        };
    }

    private static Stream<Path> in(String folder) throws IOException {
        try (Stream<Path> files = Files.list(PLANS.resolve(folder))) {
            return files.sorted().toList().stream();
        }
    }
}
