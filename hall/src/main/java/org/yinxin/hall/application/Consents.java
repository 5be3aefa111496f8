package org.yinxin.hall.application;

import java.util.Optional;
import org.yinxin.hall.application.gate.GateState;

/** How an accepted agreement is written down as the evidence of its gate: code, version, digest. */
final class Consents {

    private Consents() {}

    static String evidence(String code, int version, String sm3) {
        return code + " " + version + " sm3:" + sm3;
    }

    /** The version that was accepted at a gate. */
    static Optional<Integer> accepted(GateState state) {
        return state instanceof GateState.Passed(_, _, String evidence)
                ? Optional.of(Integer.valueOf(evidence.split(" ", -1)[1]))
                : Optional.empty();
    }
}
