package org.yinxin.standins.sms;

import java.time.Instant;

/**
 * A message that would have reached a telephone.
 *
 * @param key the idempotency key it was handed over with
 */
public record CaughtMessage(Instant at, String key, String mobile, String text) {}
