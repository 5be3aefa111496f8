package org.yinxin.hall.application;

import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.identification.CheckKey;
import org.yinxin.hall.identification.OpenBankCheck;
import org.yinxin.hall.identification.TransferRules;

/** Lets the unit's own account be proved while the gate is open. */
@Component
class BankCheckGate implements GateRoom {

    private final OpenBankCheck bankCheck;

    BankCheckGate(OpenBankCheck bankCheck) {
        this.bankCheck = bankCheck;
    }

    @Override
    public Class<GateSettings.BankCheck> kind() {
        return GateSettings.BankCheck.class;
    }

    @Override
    public Application open(
            Application application,
            GatePlan gate,
            Contents contents,
            Actor by,
            GateKeeper gateKeeper) {
        var settings = (GateSettings.BankCheck) gate.settings();
        bankCheck.open(
                by,
                new CheckKey(application.number(), gate.code()),
                new TransferRules(settings.amount(), settings.attempts(), settings.days()));
        return application;
    }

    @Override
    public void withdraw(Application application, GatePlan gate, Actor by) {
        bankCheck.withdraw(by, new CheckKey(application.number(), gate.code()));
    }
}
