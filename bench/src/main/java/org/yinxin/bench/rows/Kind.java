package org.yinxin.bench.rows;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.application.gate.GateChange;
import org.yinxin.hall.application.gate.GateState;
import org.yinxin.hall.application.gate.Gates;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.Plan;

/**
 * One way in which a case of a business can stand. The gates and their history are what the hall's own engine made of
 * the plan.
 *
 * @param id its number, from 0
 * @param gates where all gates stand
 * @param steps how they came there
 * @param entered whether the open review was entered by one officer already
 * @param weight how frequent it is among all kinds
 */
record Kind(
        int id,
        Plan plan,
        BusinessPlan business,
        Gates gates,
        List<Step> steps,
        boolean entered,
        double weight) {

    Kind {
        steps = List.copyOf(steps);
    }

    /** One change of a gate, so many minutes after the case was opened. */
    record Step(GateChange change, int minutes) {}

    boolean ended() {
        return gates.ended();
    }

    /** The last change, in minutes after the opening. */
    int minutes() {
        return steps.isEmpty() ? 0 : steps.getLast().minutes();
    }

    /** Since when a gate stands as it does, in minutes after the opening. */
    int since(GateCode gate) {
        return steps.stream()
                .filter(step -> step.change().gate().equals(gate))
                .mapToInt(Step::minutes)
                .max()
                .orElse(0);
    }

    boolean passed(Class<? extends GateSettings> kind) {
        List<GatePlan> all = business.gates(kind);
        return !all.isEmpty() && all.stream().allMatch(it -> gates.state(it.code()).passed());
    }

    /** How the review of the case stands, as its table spells it; null where nothing was handed in. */
    @Nullable String review() {
        for (GatePlan gate : business.gates(GateSettings.Review.class)) {
            GateState state = gates.state(gate.code());
            if (state instanceof GateState.Open) {
                return entered ? "ENTERED" : "WAITING";
            }
            if (state instanceof GateState.Passed) {
                return "APPROVED";
            }
            if (state instanceof GateState.Refused) {
                return "REFUSED";
            }
            if (since(gate.code()) > 0) {
                return "RETURNED";
            }
        }
        return null;
    }

    /** When the review was opened, in minutes after the case. */
    int submitted() {
        for (GatePlan gate : business.gates(GateSettings.Review.class)) {
            for (Step step : steps) {
                if (step.change().gate().equals(gate.code())
                        && step.change().became() instanceof GateState.Open) {
                    return step.minutes();
                }
            }
        }
        return 0;
    }

    /** When the review came to stand as it does. */
    int reviewed() {
        return business.gates(GateSettings.Review.class).stream()
                .mapToInt(gate -> since(gate.code()))
                .max()
                .orElse(0);
    }
}
