package org.yinxin.bench.issuance;

import org.yinxin.bench.ProcessorTime;

/**
 * What has been computed, in seconds.
 *
 * @param own by this Java VM, which is the hall's
 * @param clients by their process; 0 where they are in this one
 */
record Effort(double own, double database, double clients) {

    static Effort now(long database, Load load) {
        return new Effort(ProcessorTime.ofThis(), ProcessorTime.ofTree(database), load.computed());
    }

    Effort since(Effort before) {
        return new Effort(own - before.own, database - before.database, clients - before.clients);
    }

    /** By those who serve. */
    double served() {
        return own + database;
    }
}
