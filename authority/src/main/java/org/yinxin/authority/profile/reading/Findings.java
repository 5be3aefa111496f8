package org.yinxin.authority.profile.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The faults of one file. */
final class Findings {

    private final String file;
    private final List<ProfileFault> faults = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    void fault(int line, String sentence) {
        faults.add(new ProfileFault(file, line, sentence));
    }

    /** By line. */
    List<ProfileFault> faults() {
        return faults.stream()
                .distinct()
                .sorted(Comparator.comparingInt(ProfileFault::line))
                .toList();
    }
}
