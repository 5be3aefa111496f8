package org.yinxin.hall.subscriber;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.actor.AccountId;

/**
 * One authorisation (授权) of an agent, as it was given and as it ended.
 *
 * @param source the case that proved it: an application, or a hand-over
 * @param organisation for whom
 * @param account the agent's
 * @param name the agent's, in clear
 * @param mobile the agent's, masked
 * @param from its first day
 * @param until its last day
 * @param endedAt when it ended before that; null when it did not
 * @param how it ended; null when it did not
 */
public record Authorisation(
        String source,
        Organisation organisation,
        AccountId account,
        String name,
        String mobile,
        LocalDate from,
        LocalDate until,
        @Nullable Instant endedAt,
        @Nullable AuthorisationEnd how) {

    /** Whether it is in force on a day of Asia/Shanghai, both ends included. */
    public boolean inForce(LocalDate day) {
        return endedAt == null && !day.isBefore(from) && !day.isAfter(until);
    }

    /** Without personal data: it may end up in a log. */
    @Override
    public String toString() {
        return "Authorisation[" + source + "]";
    }
}
