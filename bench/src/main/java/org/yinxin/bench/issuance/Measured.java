package org.yinxin.bench.issuance;

/**
 * What came of orders, and what that took.
 *
 * @param effort of the hall, the database and the clients meanwhile
 */
record Measured(Taken taken, Effort effort) {

    double perSecond() {
        return taken.issued() / taken.seconds();
    }

    /** Orders for each second that the hall or the database computed. */
    double perCore() {
        return taken.issued() / effort.served();
    }
}
