package org.yinxin.hall.account;

import java.time.Instant;

/**
 * A code is on its way.
 *
 * @param expiresAt until when it can be used
 * @param resendAt from when another can be asked for
 */
public record SentCode(Instant expiresAt, Instant resendAt) {}
