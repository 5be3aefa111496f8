package org.yinxin.hall.delegation;

import java.util.List;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.code.IdentityDocument;
import org.yinxin.hall.code.MobileNumber;
import org.yinxin.hall.code.UnifiedSocialCreditCode;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.subscriber.Departure;

/**
 * Another agent acts for a unit from now on. Published inside the transaction that makes it so.
 *
 * @param number of the hand-over
 * @param unit for which
 * @param from everybody who has lost it, now or before; what they had of it goes over
 * @param to the new agent's account
 * @param name the new agent's
 * @param document the new agent's
 * @param mobile the new agent's
 */
public record HandedOver(
        CaseNumber number,
        UnifiedSocialCreditCode unit,
        List<Departure> from,
        AccountId to,
        String name,
        IdentityDocument document,
        MobileNumber mobile) {

    public HandedOver {
        from = List.copyOf(from);
    }

    /** Without personal data: it may end up in a log. */
    @Override
    public String toString() {
        return "HandedOver[" + number + "]";
    }
}
