package org.yinxin.hall.catalogue.reading;

import java.util.List;
import org.yinxin.hall.catalogue.Plan;

/** What came of reading a plan file. */
public sealed interface PlanReading {

    /**
     * It can be released.
     *
     * @param plan the plan, with version 0
     */
    record Sound(Plan plan) implements PlanReading {}

    /**
     * It cannot.
     *
     * @param faults all that is wrong, in the order of the file
     */
    record Faulty(List<PlanFault> faults) implements PlanReading {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
