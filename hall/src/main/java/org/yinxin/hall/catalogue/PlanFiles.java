package org.yinxin.hall.catalogue;

import java.util.List;

/** Where plans come from that are not released yet. */
@FunctionalInterface
public interface PlanFiles {

    /** All files. */
    List<PlanFile> all();

    /**
     * One file.
     *
     * @param name its name, for faults
     * @param yaml its content
     */
    record PlanFile(String name, String yaml) {}
}
