package org.yinxin.hall.catalogue;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One gate of a business.
 *
 * @param code its name
 * @param title what it is called in the list of tasks
 * @param promise how long it takes when it is ours to do, or none
 * @param mode how it is passed
 * @param after the gates that must be passed before it opens
 * @param lasting whether it stays passed when something before it is returned; a payment does, so that nobody is charged twice
 * @param words the status the subscriber reads, for each state of the gate
 * @param settings what has to be done
 */
public record GatePlan(
        GateCode code,
        Words title,
        @Nullable Words promise,
        GateMode mode,
        Set<GateCode> after,
        boolean lasting,
        StatusWords words,
        GateSettings settings) {

    public GatePlan {
        after = Set.copyOf(after);
    }

    /**
     * The words of a gate for each of its states.
     *
     * @param open it can be done now
     * @param passed it was done
     * @param returned it has to be corrected
     * @param refused it ended the application
     */
    public record StatusWords(
            Words open, Words passed, @Nullable Words returned, @Nullable Words refused) {}
}
