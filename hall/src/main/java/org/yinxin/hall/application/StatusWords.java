package org.yinxin.hall.application;

import org.jspecify.annotations.Nullable;
import org.yinxin.hall.application.ApplicationView.NextStep;
import org.yinxin.hall.application.ApplicationView.Status;
import org.yinxin.hall.application.gate.GateState;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.Words;

/** The status and the next step, derived from the gates in the words of the plan. */
final class StatusWords {

    private StatusWords() {}

    static Status status(Application application) {
        return application
                .gates()
                .current()
                .map(
                        code -> {
                            GatePlan gate = application.gate(code);
                            GateState state = application.gates().state(code);
                            Words words =
                                    HallReason.status(state)
                                            .orElse(words(gate, GateColumns.name(state)));
                            return new Status(
                                    code.text() + "_" + GateColumns.name(state),
                                    words == null ? gate.words().open() : words);
                        })
                .orElseGet(() -> new Status("FINISHED", application.business().finished()));
    }

    static @Nullable NextStep next(Application application) {
        if (application.gates().ended()) {
            return null;
        }
        return application
                .gates()
                .current()
                .map(application::gate)
                .map(
                        gate ->
                                new NextStep(
                                        gate.code(),
                                        gate.title(),
                                        gate.promise(),
                                        gate.settings().turn()))
                .orElse(null);
    }

    /** The plan's words for a gate in a state; null while it is shut. */
    static @Nullable Words words(GatePlan gate, String state) {
        return switch (state) {
            case "OPEN" -> gate.words().open();
            case "PASSED" -> gate.words().passed();
            case "RETURNED" -> gate.words().returned();
            case "REFUSED" -> gate.words().refused();
            default -> null;
        };
    }
}
