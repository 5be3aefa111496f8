package org.yinxin.bench.issuance;

import org.yinxin.bench.ProcessorTime;

/** What this Java VM and the database have computed, in seconds. */
record Effort(double own, double database) {

    static Effort now(long database) {
        return new Effort(ProcessorTime.ofThis(), ProcessorTime.ofTree(database));
    }

    Effort since(Effort before) {
        return new Effort(own - before.own, database - before.database);
    }

    double all() {
        return own + database;
    }
}
