package org.yinxin.hall.subscriber;

import java.time.Instant;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.code.UnifiedSocialCreditCode;

/**
 * An account that may not act for an organisation any more. What it had come to by then is out of its reach; what it
 * begins by itself afterwards is its own.
 *
 * @param account whose
 * @param unit the organisation
 * @param at the last moment at which it might
 */
public record Departure(AccountId account, UnifiedSocialCreditCode unit, Instant at) {

    /** Whether it lost what began at a moment. */
    public boolean took(Instant begun) {
        return !begun.isAfter(at);
    }
}
