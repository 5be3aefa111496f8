package org.yinxin.hall.application;

import org.springframework.stereotype.Component;
import org.yinxin.hall.catalogue.AgentRule;
import org.yinxin.hall.code.MobileNumber;
import org.yinxin.hall.notification.Notify;

/** Tells the subscriber how the application goes on: in the inbox, and by a short message to the agent's telephone. */
@Component
class Notices {

    private final Notify notify;
    private final HandedIn handedIn;

    Notices(Notify notify, HandedIn handedIn) {
        this.notify = notify;
        this.handedIn = handedIn;
    }

    /**
     * Tells one thing.
     *
     * @param event the last part of the templates' keys, such as {@code returned}
     */
    void tell(Application application, String event) {
        String number = application.number().text();
        notify.inbox(
                application.account(),
                "application.inbox." + event,
                "/applications/" + number,
                number);
        AgentRule agent = application.business().agent();
        if (agent != null) {
            String mobile = handedIn.of(application.number()).values().get(agent.mobile());
            if (mobile != null) {
                MobileNumber.check(mobile)
                        .accepted()
                        .ifPresent(to -> notify.sms(to, "application.sms." + event, number));
            }
        }
    }
}
