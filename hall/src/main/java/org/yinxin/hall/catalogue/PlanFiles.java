package org.yinxin.hall.catalogue;

import java.util.List;

/** Where plans come from that are not released yet. */
@FunctionalInterface
public interface PlanFiles {

    /** All files. */
    List<PlanFile> all();

    /** The files that are packaged with the hall. */
    static PlanFiles packaged() {
        return new PackagedPlanFiles();
    }

    /**
     * One file.
     *
     * @param name its name, for faults
     * @param yaml its content
     */
    record PlanFile(String name, String yaml) {}
}
