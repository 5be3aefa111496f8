package org.yinxin.hall.application;

import java.time.Instant;
import java.util.UUID;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.OperatorId;

/**
 * A visitor whom an officer received: the number was confirmed by a code, the person by the original document.
 *
 * @param account the visitor's, to whom the cases of the visit belong
 * @param maskedMobile such as {@code 199****0001}
 * @param mobile the number in clear
 * @param name as in the document
 * @param identityNumber as in the document
 * @param officer who received the visitor
 * @param officerName the officer's name at that time
 */
record Visit(
        UUID id,
        AccountId account,
        String maskedMobile,
        String mobile,
        String name,
        String identityNumber,
        OperatorId officer,
        String officerName,
        Instant at) {

    /** The visitor, as though signed in. */
    Actor.Subscriber visitor() {
        return new Actor.Subscriber(account, maskedMobile);
    }

    /** Without personal data: it may end up in a log. */
    @Override
    public String toString() {
        return "Visit[" + id + "]";
    }
}
