package org.yinxin.hall.application;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yinxin.hall.account.Accounts;
import org.yinxin.hall.catalogue.AgentRule;
import org.yinxin.hall.code.MobileNumber;
import org.yinxin.hall.notification.Notify;

/** Tells the subscriber how the application goes on: in the inbox, and by a short message to the agent's telephone. */
@Component
class Notices {

    private final Notify notify;
    private final HandedIn handedIn;
    private final CaseUnits units;
    private final Accounts accounts;

    Notices(Notify notify, HandedIn handedIn, CaseUnits units, Accounts accounts) {
        this.notify = notify;
        this.handedIn = handedIn;
        this.units = units;
        this.accounts = accounts;
    }

    /**
     * Tells one thing.
     *
     * @param event the last part of the templates' keys, such as {@code returned}
     */
    void tell(Application application, String event) {
        if (units.lost(application)) {
            // Nobody acts for the organisation at present; a former agent is told nothing.
            return;
        }
        String number = application.number().text();
        notify.inbox(
                application.account(),
                "application.inbox." + event,
                "/applications/" + number,
                number);
        AgentRule agent = application.business().agent();
        if (agent != null) {
            mobile(application, agent)
                    .ifPresent(to -> notify.sms(to, "application.sms." + event, number));
        }
    }

    /** The agent of the form, or whoever has taken over from that one. */
    private Optional<MobileNumber> mobile(Application application, AgentRule agent) {
        if (units.moved(application.number())) {
            return accounts.mobileOf(application.account());
        }
        return Optional.ofNullable(handedIn.of(application.number()).values().get(agent.mobile()))
                .flatMap(mobile -> MobileNumber.check(mobile).accepted());
    }
}
