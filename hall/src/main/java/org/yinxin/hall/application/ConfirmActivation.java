package org.yinxin.hall.application;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/**
 * The subscriber says that the certificate was bound on the procurement platform (绑定激活). The hall cannot see it, and
 * the evidence says so. Said once more, it changes nothing.
 *
 * <p>Refuses: somebody else's application; one that has ended; a gate that is not there or of another kind; one that
 * cannot be passed yet.
 */
@Component
public class ConfirmActivation {

    private static final String EVIDENCE = "told by the subscriber";

    private final Desk desk;
    private final GateKeeper gateKeeper;
    private final Views views;
    private final AuditTrail audit;

    ConfirmActivation(Desk desk, GateKeeper gateKeeper, Views views, AuditTrail audit) {
        this.desk = desk;
        this.gateKeeper = gateKeeper;
        this.views = views;
        this.audit = audit;
    }

    @Transactional
    public Outcome<ApplicationView> confirm(Actor actor, CaseNumber number, GateCode code) {
        return desk.lookAsOwner(actor, number)
                .flatMap(
                        found ->
                                gate(found, code)
                                        .flatMap(
                                                gate ->
                                                        passed(found, gate)
                                                                ? Outcome.done(views.of(found))
                                                                : pass(actor, number, gate)));
    }

    private Outcome<ApplicationView> pass(Actor actor, CaseNumber number, GatePlan gate) {
        return desk.change(actor, number)
                .flatMap(
                        application -> {
                            if (passed(application, gate)) {
                                return Outcome.done(views.of(application));
                            }
                            if (!application.gates().workable(gate.code())) {
                                return Outcome.refused(ApplicationError.NOT_YET);
                            }
                            audit.record(
                                    actor, "application.activation-told", application.subject());
                            return Outcome.done(
                                    views.of(
                                            gateKeeper.pass(
                                                    application, gate.code(), actor, EVIDENCE)));
                        });
    }

    private static Outcome<GatePlan> gate(Application application, GateCode code) {
        return application
                .business()
                .gate(code)
                .filter(gate -> gate.settings() instanceof GateSettings.Activation)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(ApplicationError.NO_SUCH_ACTIVATION));
    }

    private static boolean passed(Application application, GatePlan gate) {
        return application.gates().state(gate.code()).passed();
    }
}
