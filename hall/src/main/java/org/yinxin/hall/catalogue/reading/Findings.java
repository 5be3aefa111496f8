package org.yinxin.hall.catalogue.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is found while reading one file: faults, and the places that the plan marks as assumed. */
final class Findings {

    /**
     * What a mapping can have.
     *
     * @param path where it stands
     * @param kind its kind, or nothing where it has none
     * @param keys the keys that it may have
     */
    record Asked(String path, String kind, Set<String> keys) {}

    private final String file;
    private final List<PlanFault> faults = new ArrayList<>();
    private final List<String> assumptions = new ArrayList<>();
    // By identity: two options may well be equal and stand in different lines.
    private final IdentityHashMap<Record, Block> places = new IdentityHashMap<>();
    private final List<Asked> asked = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    void fault(int line, String sentence) {
        faults.add(new PlanFault(file, line, sentence));
    }

    void assumed(String path) {
        assumptions.add(path);
    }

    void placed(Record part, Block block) {
        places.put(part, block);
    }

    Optional<Block> placeOf(Record part) {
        return Optional.ofNullable(places.get(part));
    }

    void asked(Asked keys) {
        asked.add(keys);
    }

    /** Which keys each mapping of the file can have. */
    List<Asked> asked() {
        return asked;
    }

    /** By line. What stands once in the file and is referred to several times is one fault. */
    List<PlanFault> faults() {
        return faults.stream().distinct().sorted(Comparator.comparingInt(PlanFault::line)).toList();
    }

    List<String> assumptions() {
        return assumptions;
    }
}
