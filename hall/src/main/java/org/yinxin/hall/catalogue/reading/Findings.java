package org.yinxin.hall.catalogue.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is found while reading one file: faults, and the places that the plan marks as assumed. */
final class Findings {

    private final String file;
    private final List<PlanFault> faults = new ArrayList<>();
    private final List<String> assumptions = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    void fault(int line, String sentence) {
        faults.add(new PlanFault(file, line, sentence));
    }

    void assumed(String path) {
        assumptions.add(path);
    }

    List<PlanFault> faults() {
        return faults.stream().sorted(Comparator.comparingInt(PlanFault::line)).toList();
    }

    List<String> assumptions() {
        return assumptions;
    }
}
