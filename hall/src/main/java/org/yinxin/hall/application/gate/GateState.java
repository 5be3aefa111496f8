package org.yinxin.hall.application.gate;

import java.time.Instant;
import java.util.List;

/** Where one gate of one application stands. */
public sealed interface GateState {

    /** Something before it is not passed yet. */
    record Shut() implements GateState {}

    /** It can be done now. */
    record Open() implements GateState {}

    /**
     * It was done.
     *
     * @param at when
     * @param by who, as {@code Actor.reference()}
     * @param evidence what proves it, such as the number of an order; without personal data
     */
    record Passed(Instant at, String by, String evidence) implements GateState {}

    /**
     * It was done and has to be corrected.
     *
     * @param at when it was returned
     * @param by who returned it
     * @param reasons what is wrong with which item
     */
    record Returned(Instant at, String by, List<ItemReason> reasons) implements GateState {
        public Returned {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * It was refused, which ended the application.
     *
     * @param at when
     * @param by who refused it
     * @param reasons why
     */
    record Refused(Instant at, String by, List<ItemReason> reasons) implements GateState {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /** Passed or not is all that the gates after this one ask. */
    default boolean passed() {
        return this instanceof Passed;
    }
}
