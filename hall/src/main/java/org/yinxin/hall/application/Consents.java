package org.yinxin.hall.application;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yinxin.hall.application.gate.GateState;

/** How an accepted agreement is written down as the evidence of its gate: code, version, digest. */
final class Consents {

    private static final Pattern EVIDENCE = Pattern.compile("\\S+ ([0-9]{1,6}) sm3:[0-9a-f]+");

    private Consents() {}

    static String evidence(String code, int version, String sm3) {
        return code + " " + version + " sm3:" + sm3;
    }

    /** The version that was accepted at a gate; empty also where the plan let the gate pass without anybody. */
    static Optional<Integer> accepted(GateState state) {
        return state instanceof GateState.Passed(_, _, String evidence)
                ? version(evidence)
                : Optional.empty();
    }

    private static Optional<Integer> version(String evidence) {
        Matcher written = EVIDENCE.matcher(evidence);
        return written.matches()
                ? Optional.of(Integer.valueOf(written.group(1)))
                : Optional.empty();
    }
}
