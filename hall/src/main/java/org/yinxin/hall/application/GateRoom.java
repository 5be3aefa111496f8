package org.yinxin.hall.application;

import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;

/**
 * What one kind of gate sets off when it opens, and takes back when it shuts again. Always inside the transaction of
 * a use case that has locked the application. A kind of gate without a room waits for somebody to do it.
 */
interface GateRoom {

    Class<? extends GateSettings> kind();

    /** Sets off what the gate needs; answers the application as it stands then. */
    Application open(
            Application application,
            GatePlan gate,
            Contents contents,
            Actor by,
            GateKeeper gateKeeper);

    /** Takes back what opening has set off, because the gate is not open any more. */
    default void withdraw(Application application, GatePlan gate, Actor by) {}

    /**
     * Called instead of {@link #open} when the plan says that the hall passes the gate by itself; answers the
     * evidence.
     *
     * @param why in a word, for gates that have no better evidence
     */
    default String passedByItself(Application application, Actor by, String why) {
        return why;
    }
}
