package org.yinxin.hall.application.web;

import org.yinxin.hall.application.ApplicationView.Gate;
import org.yinxin.hall.catalogue.Turn;

/** What a subscriber reads beside a task: few words that say whose move it is. */
enum TaskState {
    DONE("done"),
    NOT_NEEDED(""),
    ACTIVE("active"),
    WITH_US("wait"),
    NOT_STARTED(""),
    CANNOT_START(""),
    RETURNED("fault"),
    REFUSED("fault");

    private final String kind;

    TaskState(String kind) {
        this.kind = kind;
    }

    /** The look of its tag. */
    public String kind() {
        return kind;
    }

    /** The key of its words. */
    public String key() {
        return "application.web.task." + name();
    }

    /**
     * The state of a whole gate.
     *
     * @param begun whether something of it was already given
     */
    static TaskState of(Gate gate, boolean begun) {
        return switch (gate.standing()) {
            case SHUT -> CANNOT_START;
            case OPEN -> gate.turn() != Turn.SUBSCRIBER ? WITH_US : begun ? ACTIVE : NOT_STARTED;
            case PASSED -> gate.spared() ? NOT_NEEDED : DONE;
            case RETURNED -> RETURNED;
            case REFUSED -> REFUSED;
        };
    }
}
