package org.yinxin.hall.application;

import java.time.Instant;

/**
 * The original of one paper at the counter.
 *
 * @param kept whether it was handed over; else it was compared and given back
 * @param officer the name of the officer who had it in hand
 * @param at when
 */
public record Original(boolean kept, String officer, Instant at) {}
