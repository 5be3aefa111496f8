package org.yinxin.hall.notification;

import java.time.Duration;
import org.yinxin.hall.code.EmailAddress;
import org.yinxin.hall.code.MobileNumber;

/** What goes to a person by a gateway, in words. */
sealed interface Notice {

    /** The recipient as the outbox keeps it. */
    String recipient();

    /** The recipient as staff may see it. */
    String masked();

    String text();

    record Sms(MobileNumber to, String text) implements Notice {

        @Override
        public String recipient() {
            return to.value();
        }

        @Override
        public String masked() {
            return to.masked();
        }
    }

    record Letter(EmailAddress to, String subject, String text) implements Notice {

        @Override
        public String recipient() {
            return to.value();
        }

        @Override
        public String masked() {
            return to.toString();
        }
    }

    /**
     * A notice that is to go out.
     *
     * @param template the key that its words came from
     * @param worthFor after so long it is better not sent at all
     */
    record Ready(Notice notice, String template, Duration worthFor) {}
}
