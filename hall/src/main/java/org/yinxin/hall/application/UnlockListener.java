package org.yinxin.hall.application;

import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.token.TokenUnlocked;

/** Passes the gate of unlocking when the key was shown to work, in the transaction of the fact. */
@Component
class UnlockListener {

    private final Applications applications;
    private final GateKeeper gateKeeper;

    UnlockListener(Applications applications, GateKeeper gateKeeper) {
        this.applications = applications;
        this.gateKeeper = gateKeeper;
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
}
