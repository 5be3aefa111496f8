package org.yinxin.hall.application;

import org.yinxin.hall.application.gate.GateState;
import org.yinxin.hall.catalogue.GateSettings;

/** What exactly a review has approved, as its gate's evidence says. */
final class Approvals {

    private static final String DIGEST = "subject-sm3:";

    private Approvals() {}

    static String evidence(String filedSubject) {
        return DIGEST + SubmittedSubject.sm3(filedSubject);
    }

    /** Whether every review of the application approved this subject, byte for byte. */
    static boolean approved(Application application, String filedSubject) {
        return application.business().gates(GateSettings.Review.class).stream()
                .map(gate -> application.gates().state(gate.code()))
                .allMatch(
                        state ->
                                state instanceof GateState.Passed(_, _, String evidence)
                                        && evidence.equals(evidence(filedSubject)));
    }
}
