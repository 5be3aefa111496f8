package org.yinxin.hall.subscriber;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.code.EmailAddress;
import org.yinxin.hall.code.IdentityDocument;
import org.yinxin.hall.code.MobileNumber;
import org.yinxin.hall.code.UnifiedSocialCreditCode;
import org.yinxin.hall.reference.CaseNumber;

/**
 * What an approved application says about its subscriber.
 *
 * @param source the application; registering the same one twice changes nothing
 * @param creditCode the organisation's
 * @param name the organisation's, as approved
 * @param agent who acts for it
 */
public record Registration(
        CaseNumber source, UnifiedSocialCreditCode creditCode, String name, Agent agent) {

    public Registration {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an organisation has a name");
        }
    }

    /**
     * A person who acts for an organisation (经办人). The authorisation cannot be passed on and ends by itself.
     *
     * @param account the account the person uses
     * @param name the person's
     * @param document by which the person is known
     * @param mobile the person's
     * @param email the person's, if given
     * @param from the first day of the authorisation
     * @param until its last day
     */
    public record Agent(
            AccountId account,
            String name,
            IdentityDocument document,
            MobileNumber mobile,
            @Nullable EmailAddress email,
            LocalDate from,
            LocalDate until) {

        public Agent {
            if (name.isBlank() || until.isBefore(from)) {
                throw new IllegalArgumentException("an agent has a name and a time");
            }
        }

        /** Without personal data: it may end up in a log. */
        @Override
        public String toString() {
            return "Agent[" + account + "]";
        }
    }
}
