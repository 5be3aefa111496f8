package org.yinxin.hall.review;

import java.time.Instant;

/**
 * How one round ended.
 *
 * @param by the approving officer
 * @param at when
 * @param decision what was decided
 */
public record Ruling(Officer by, Instant at, Decision decision) {}
