package org.yinxin.hall.application;

import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.actor.Actor;

/**
 * Who opens an application, and for whom.
 *
 * @param by who does it
 * @param account whose it will be
 * @param filed what else is written down in the same transaction, as soon as it has a number and before any gate opens
 */
record Opener(Actor by, AccountId account, Filed filed) {

    /** What follows the filing. */
    interface Filed {
        void filed(Application application);
    }

    /** Somebody who opens an own one. */
    static Opener of(Actor.Subscriber actor) {
        return new Opener(actor, actor.account(), _ -> {});
    }
}
