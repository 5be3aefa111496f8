package org.yinxin.hall.application.gate;

import java.util.List;
import org.yinxin.hall.catalogue.GateCode;

/** What came of trying to change a gate. */
public sealed interface Transition {

    /**
     * It was done.
     *
     * @param gates the gates now
     * @param changes every gate that has another state than before, in the plan's order
     */
    record Taken(Gates gates, List<GateChange> changes) implements Transition {
        public Taken {
            changes = List.copyOf(changes);
        }
    }

    /**
     * It may not be done, and nothing has changed.
     *
     * @param why the rule that forbids it
     * @param gate the gate it is about
     */
    record Rejected(Rule why, GateCode gate) implements Transition {}

    /** Rules of the engine. */
    enum Rule {
        /** The business has no such gate. */
        UNKNOWN,
        /** A refused or finished application does not change any more. */
        ENDED,
        /** Something before the gate is not passed yet. */
        SHUT,
        /** The gate is passed already. */
        PASSED,
        /** Only a passed gate can be reopened. */
        NOT_PASSED,
        /** A gate can give back only to gates before it. */
        NOT_BEFORE,
        /** A return says what has to be corrected. */
        NOTHING_NAMED,
        /** What comes after the gate has been passed on the strength of it. */
        RELIED_UPON,
        /** After a return, only what the return concerns can be reopened. */
        NOT_RETURNED
    }
}
