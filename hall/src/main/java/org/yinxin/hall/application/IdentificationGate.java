package org.yinxin.hall.application;

import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.identification.CheckKey;
import org.yinxin.hall.identification.IdentityRules;
import org.yinxin.hall.identification.OpenIdentification;

/** Lets somebody be identified while the gate is open. */
@Component
class IdentificationGate implements GateRoom {

    private final OpenIdentification identification;

    IdentificationGate(OpenIdentification identification) {
        this.identification = identification;
    }

    @Override
    public Class<GateSettings.Identification> kind() {
        return GateSettings.Identification.class;
    }

    @Override
    public Application open(
            Application application,
            GatePlan gate,
            Contents contents,
            Actor by,
            GateKeeper gateKeeper) {
        var settings = (GateSettings.Identification) gate.settings();
        identification.open(
                by,
                new CheckKey(application.number(), gate.code()),
                new IdentityRules(settings.methods(), settings.soft(), settings.attempts()));
        return application;
    }

    @Override
    public void withdraw(Application application, GatePlan gate, Actor by) {
        identification.withdraw(by, new CheckKey(application.number(), gate.code()));
    }
}
