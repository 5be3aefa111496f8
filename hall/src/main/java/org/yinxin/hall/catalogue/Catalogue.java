package org.yinxin.hall.catalogue;

import java.util.List;
import java.util.Optional;

/** The released plans. */
public interface Catalogue {

    /** The newest version of each plan: what can be applied for today. */
    List<Plan> live();

    /** The newest version of one plan. */
    Optional<Plan> live(PlanCode code);

    /** The version that an application was opened under; it stays readable for ever. */
    Plan version(PlanCode code, int version);
}
