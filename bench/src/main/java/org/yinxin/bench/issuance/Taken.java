package org.yinxin.bench.issuance;

import org.HdrHistogram.Histogram;

/**
 * What came of orders that were given for a while.
 *
 * @param seconds how long they were given
 * @param p50 microseconds that half of them took at most
 * @param p99 microseconds that 99 of a hundred took at most
 */
record Taken(long issued, long failed, double seconds, long p50, long p99) {

    static Taken of(Histogram microseconds, long failed, double seconds) {
        return new Taken(
                microseconds.getTotalCount() - failed,
                failed,
                seconds,
                microseconds.getValueAtPercentile(50),
                microseconds.getValueAtPercentile(99));
    }
}
