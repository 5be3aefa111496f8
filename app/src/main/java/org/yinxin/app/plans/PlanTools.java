package org.yinxin.app.plans;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.yinxin.app.StartRefused;
import org.yinxin.app.commandline.Command.Plans;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.Plan;
import org.yinxin.hall.catalogue.reading.PlanFault;
import org.yinxin.hall.catalogue.reading.PlanReading;

/** Carries out what was asked about plans and answers the exit code: 0 when all is well, 1 for faults. */
public final class PlanTools {

    private static final int FAULTS = 1;

    private PlanTools() {}

    /**
     * Writes the answer to {@code out}.
     *
     * @throws StartRefused when what was asked for makes no sense, such as a file that is not there
     */
    public static int carryOut(Plans command, PrintStream out) {
        return switch (command) {
            case Plans.Check(List<Path> files) -> check(files, out);
            case Plans.ListAll() -> list(out);
            case Plans.Show show ->
                    switch (PlanShelf.read(show.plan())) {
                        case PlanReading.Faulty(List<PlanFault> faults) -> tell(faults, out);
                        case PlanReading.Sound(Plan plan) -> show(plan, show, out);
                    };
            case Plans.Diff(String before, String after) -> {
                PlanReading first = PlanShelf.read(before);
                PlanReading second = PlanShelf.read(after);
                if (first instanceof PlanReading.Sound(Plan old)
                        && second instanceof PlanReading.Sound(Plan changed)) {
                    yield compare(old, changed, out);
                }
                yield Math.max(tell(faults(first), out), tell(faults(second), out));
            }
        };
    }

    private static int check(List<Path> files, PrintStream out) {
        int faults = 0;
        for (Path file : files) {
            switch (PlanShelf.read(file)) {
                case PlanReading.Faulty(List<PlanFault> found) -> {
                    tell(found, out);
                    faults += found.size();
                }
                case PlanReading.Sound(Plan plan) ->
                        out.printf(
                                "%s: sound; plan %s with %d business%s.%n",
                                file,
                                plan.code(),
                                plan.businesses().size(),
                                plan.businesses().size() == 1 ? "" : "es");
            }
        }
        return faults == 0 ? 0 : FAULTS;
    }

    private static int list(PrintStream out) {
        for (PlanReading reading : PlanShelf.packaged()) {
            switch (reading) {
                case PlanReading.Faulty(List<PlanFault> faults) -> tell(faults, out);
                case PlanReading.Sound(Plan plan) ->
                        out.printf(
                                "%-16s %s · %s%n%17s%s%n",
                                plan.code(),
                                plan.title().zh(),
                                plan.title().en(),
                                "",
                                String.join(
                                        " ",
                                        plan.businesses().stream()
                                                .map(BusinessPlan::code)
                                                .map(Object::toString)
                                                .toList()));
            }
        }
        return 0;
    }

    private static int show(Plan plan, Plans.Show show, PrintStream out) {
        out.print(PlanPortrait.of(plan));
        Path svg = show.svg();
        if (svg != null) {
            try {
                Files.writeString(svg, GatesAsSvg.draw(plan));
            } catch (IOException unwritable) {
                throw new StartRefused("The drawing cannot be written to " + svg + ".", unwritable);
            }
            out.printf("%ndrawn in %s%n", svg);
        }
        return 0;
    }

    private static int compare(Plan before, Plan after, PrintStream out) {
        List<String> sentences = PlanDifference.between(before, after);
        if (sentences.isEmpty()) {
            out.println("Nothing that the hall reads changed.");
        }
        sentences.forEach(out::println);
        return 0;
    }

    private static List<PlanFault> faults(PlanReading reading) {
        return switch (reading) {
            case PlanReading.Faulty(List<PlanFault> faults) -> faults;
            case PlanReading.Sound _ -> List.of();
        };
    }

    private static int tell(List<PlanFault> faults, PrintStream out) {
        faults.forEach(out::println);
        return faults.isEmpty() ? 0 : FAULTS;
    }
}
