package org.yinxin.standins.identity;

import java.time.Instant;

/**
 * Money that arrived on an account, as its owner reads it on the statement.
 *
 * @param key the idempotency key it was ordered with
 * @param memo 附言
 */
public record Transfer(
        Instant at, String key, String payeeName, String payeeAccount, long fen, String memo) {}
