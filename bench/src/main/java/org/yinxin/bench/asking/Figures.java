package org.yinxin.bench.asking;

import org.HdrHistogram.Histogram;

/**
 * How long the answers to one question took, in milliseconds.
 *
 * @param p50 half of them no longer than this
 * @param p99 ninety-nine of a hundred no longer than this
 * @param max the longest
 * @param cpu what the hall and the clients, which share a process, computed for one answer; what the database did is not
 *     in it
 */
public record Figures(double p50, double p99, double max, double cpu) {

    static Figures of(Histogram micros, long cpuNanos) {
        return new Figures(
                micros.getValueAtPercentile(50) / 1000.0,
                micros.getValueAtPercentile(99) / 1000.0,
                micros.getMaxValue() / 1000.0,
                cpuNanos / 1e6 / micros.getTotalCount());
    }
}
