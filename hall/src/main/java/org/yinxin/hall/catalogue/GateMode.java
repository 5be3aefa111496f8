package org.yinxin.hall.catalogue;

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
}
