package org.yinxin.hall.application;

import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.revocation.CertificateEnded;
import org.yinxin.hall.revocation.Ending;
import org.yinxin.hall.revocation.EndingState;
import org.yinxin.hall.revocation.RevocationError;

/**
 * Takes the authority's answer to the gate that waits for it, in the transaction that notes the answer. An answer that no
 * gate waits for, such as that about the old certificate of a renewal, changes nothing here.
 */
@Component
class EndingListener {

    private final Applications applications;
    private final GateKeeper gateKeeper;

    EndingListener(Applications applications, GateKeeper gateKeeper) {
        this.applications = applications;
        this.gateKeeper = gateKeeper;
    }

    @EventListener
    void on(CertificateEnded event) {
        Ending ending = event.ending();
        if (ending.caseNumber() == null) {
            return;
        }
        Optional<Application> awaited = applications.lock(ending.caseNumber());
        Optional<GatePlan> gate =
                awaited.flatMap(
                        application ->
                                application.business().gates(GateSettings.Ending.class).stream()
                                        .filter(one -> application.gates().workable(one.code()))
                                        .filter(one -> deed(one, ending))
                                        .findFirst());
        if (gate.isEmpty()) {
            return;
        }
        switch (ending.state()) {
            case EndingState.Intended() -> throw new IllegalStateException("not answered yet");
            case EndingState.Done _ ->
                    gateKeeper.pass(
                            awaited.get(),
                            gate.get().code(),
                            EndingGate.HALL,
                            "ending:" + ending.id());
            case EndingState.Refused(RevocationError reason) ->
                    EndingGate.refused(
                            awaited.get(), gate.get(), ending.deed(), reason, gateKeeper);
        }
    }

    private static boolean deed(GatePlan gate, Ending ending) {
        return ((GateSettings.Ending) gate.settings()).deed() == ending.deed();
    }
}
