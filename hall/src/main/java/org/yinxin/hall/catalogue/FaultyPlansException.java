package org.yinxin.hall.catalogue;

import java.util.List;
import java.util.stream.Collectors;
import org.yinxin.hall.catalogue.reading.PlanFault;

/** The hall cannot open because a plan is wrong. The message lists every fault with file and line. */
public final class FaultyPlansException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FaultyPlansException(List<PlanFault> faults) {
        super(
                faults.stream()
                        .map(PlanFault::toString)
                        .collect(Collectors.joining("\n", "the plans have faults:\n", "")));
    }
}
