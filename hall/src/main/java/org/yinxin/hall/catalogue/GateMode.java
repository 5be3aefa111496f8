package org.yinxin.hall.catalogue;

import java.util.Map;

/** How a gate is passed. */
public sealed interface GateMode {

    /** Somebody does what the gate asks for. */
    record Required() implements GateMode {}

    /** The hall passes it by itself as soon as it opens. */
    record Auto() implements GateMode {}

    /**
     * The hall passes it by itself if the condition holds when it opens; otherwise it is required.
     *
     * @param condition when it is not needed
     */
    record SkipWhen(Condition condition) implements GateMode {}

    /** Whether with these answers and facts nobody has to do what the gate asks for. */
    default boolean skips(Map<String, String> answers) {
        return this instanceof SkipWhen(Condition condition) && condition.holds(answers);
    }
}
