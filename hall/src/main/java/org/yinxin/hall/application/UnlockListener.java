package org.yinxin.hall.application;

import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.token.TokenUnlocked;
import org.yinxin.hall.token.UnlockRefused;

/**
 * Passes the gate of unlocking when the key was shown to work, and ends the case when an officer refused it; in the
 * transaction of the fact.
 */
@Component
class UnlockListener {

    private final Applications applications;
    private final GateKeeper gateKeeper;
    private final Notices notices;

    UnlockListener(Applications applications, GateKeeper gateKeeper, Notices notices) {
        this.applications = applications;
        this.gateKeeper = gateKeeper;
        this.notices = notices;
    }

    @EventListener
    void on(TokenUnlocked unlocked) {
        Optional<Application> awaited = applications.lock(unlocked.caseNumber());
        Optional<GatePlan> gate =
                awaited.flatMap(application -> application.workable(GateSettings.Unlocking.class));
        if (gate.isPresent()) {
            gateKeeper.pass(awaited.get(), gate.get().code(), unlocked.by(), "token-unlocked");
        }
    }

    @EventListener
    void on(UnlockRefused refused) {
        Optional<Application> awaited = applications.lock(refused.caseNumber());
        Optional<GatePlan> gate =
                awaited.flatMap(application -> application.workable(GateSettings.Unlocking.class));
        if (gate.isPresent()) {
            Application application = awaited.get();
            gateKeeper.take(
                    application,
                    application
                            .gates()
                            .refuse(
                                    gate.get().code(),
                                    HallReason.UNLOCK_REFUSED.reasons(refused.words()),
                                    gateKeeper.now(),
                                    refused.by().reference()),
                    refused.by());
            notices.tell(application, "unlock-refused");
        }
    }
}
