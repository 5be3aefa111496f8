package org.yinxin.app.plans;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.yinxin.app.StartRefused;
import org.yinxin.hall.catalogue.Plan;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.catalogue.PlanFiles;
import org.yinxin.hall.catalogue.reading.PlanReader;
import org.yinxin.hall.catalogue.reading.PlanReading;

/** Finds the plan that somebody means. */
final class PlanShelf {

    private PlanShelf() {}

    /** A plan by what was typed: the code of a packaged one, or a file. */
    static PlanReading read(String typed) {
        Path file = Path.of(typed);
        if (PlanCode.parse(typed).isEmpty()) {
            return read(file);
        }
        List<Plan> plans = sound();
        for (Plan plan : plans) {
            if (plan.code().text().equals(typed)) {
                return new PlanReading.Sound(plan);
            }
        }
        if (Files.isRegularFile(file)) {
            return read(file);
        }
        throw new StartRefused(
                StartRefused.MISUSE,
                "There is no plan %s; there are: %s."
                        .formatted(
                                typed,
                                plans.stream()
                                        .map(plan -> plan.code().text())
                                        .sorted()
                                        .collect(Collectors.joining(", "))));
    }

    /** A plan in a file. */
    static PlanReading read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new StartRefused(StartRefused.MISUSE, "There is no file %s.".formatted(file));
        }
        try {
            return PlanReader.read(file.toString(), Files.readString(file));
        } catch (CharacterCodingException otherText) {
            throw new StartRefused("%s is not text in UTF-8.".formatted(file), otherText);
        } catch (IOException unreadable) {
            throw new StartRefused("%s cannot be read.".formatted(file), unreadable);
        }
    }

    /** All plans that are packaged with the hall. */
    static List<PlanReading> packaged() {
        return PlanFiles.packaged().all().stream()
                .sorted(Comparator.comparing(PlanFiles.PlanFile::name))
                .map(file -> PlanReader.read(file.name(), file.yaml()))
                .toList();
    }

    private static List<Plan> sound() {
        return packaged().stream()
                .filter(PlanReading.Sound.class::isInstance)
                .map(reading -> ((PlanReading.Sound) reading).plan())
                .toList();
    }
}
