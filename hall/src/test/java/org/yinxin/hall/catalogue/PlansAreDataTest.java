package org.yinxin.hall.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.catalogue.PlanFiles.PlanFile;
import org.yinxin.hall.catalogue.reading.PlanFault;
import org.yinxin.hall.catalogue.reading.PlanReader;
import org.yinxin.hall.catalogue.reading.PlanReading;

/** The code knows no plan, no procurement system and no authority: all of them are data. */
class PlansAreDataTest {

    /** What the systems and authorities of this trade are called; none of them is ours to know. */
    private static final List<String> NAMES_OF_THE_TRADE =
            List.of(
                    "bjca", "cfca", "szca", "ipass", "nmgca", "yztca", "翔晟", "内蒙", "中原云商", "东方中讯",
                    "重庆", "深圳", "中直机关", "一证通");

    @Test
    void no_plan_code_system_or_authority_is_named_in_main_sources() throws IOException {
        Set<String> names = new TreeSet<>(NAMES_OF_THE_TRADE);
        for (PlanFile file : new PackagedPlanFiles().all()) {
            Plan plan = read(file);
            names.add(plan.code().text());
            names.add(plan.authority());
            names.add(plan.project().name().zh());
        }
        List<String> found = new ArrayList<>();
        for (Path source : sources()) {
            String text = Files.readString(source).toLowerCase(Locale.ROOT);
            for (String name : names) {
                if (text.contains(name.toLowerCase(Locale.ROOT))) {
                    found.add(source.getFileName() + " names " + name);
                }
            }
        }
        assertThat(found).as("write it into a plan or a setting instead").isEmpty();
    }

    private static Plan read(PlanFile file) {
        return switch (PlanReader.read(file.name(), file.yaml())) {
            case PlanReading.Sound(Plan plan) -> plan;
            case PlanReading.Faulty(List<PlanFault> faults) ->
                    throw new AssertionError(faults.toString());
        };
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> modules = Files.list(Path.of("..").toAbsolutePath().normalize())) {
            for (Path module : modules.map(it -> it.resolve("src/main/java")).toList()) {
                if (Files.isDirectory(module)) {
                    try (Stream<Path> files = Files.walk(module)) {
                        files.filter(it -> it.toString().endsWith(".java")).forEach(sources::add);
                    }
                }
            }
        }
        assertThat(sources).as("the sources are where they are looked for").hasSizeGreaterThan(50);
        return sources;
    }
}
