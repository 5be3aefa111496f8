package org.yinxin.hall.token;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.catalogue.GateSettings.UnlockMode;
import org.yinxin.hall.reference.CaseNumber;

/**
 * One unlocking as officers see it before they grant or refuse it.
 *
 * @param number the case
 * @param modes the ways in which this officer may grant it; empty for none
 * @param holder common name of the certificate in the medium
 * @param organisationCode in that certificate, or none
 * @param serial of the signing certificate
 * @param until the end of its validity
 * @param mobile the agent's, masked; null when the plan knows no agent
 * @param openedAt since when it waits
 * @param grantedUntil until when a grant is good; null when there is none, or it is over
 * @param receivedByReader whether the reader took the case in at the counter, and leaves it to a colleague
 */
public record WaitingUnlocking(
        CaseNumber number,
        Set<UnlockMode> modes,
        String holder,
        @Nullable String organisationCode,
        String serial,
        Instant until,
        @Nullable String mobile,
        Instant openedAt,
        @Nullable Instant grantedUntil,
        boolean receivedByReader) {

    public WaitingUnlocking {
        modes = Set.copyOf(modes);
    }
}
