package org.yinxin.hall.application;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.agreement.Consent;
import org.yinxin.hall.agreement.RecordConsent;
import org.yinxin.hall.agreement.RecordPaperConsent;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Accepts the agreement in the version that was read; at the counter an officer says that it was signed on paper. Accepting the same version again changes nothing.
 *
 * <p>Refuses: somebody else's application; one that has ended or asks for no agreement; another version or text than
 * the one in force; an agreement that cannot be accepted yet.
 */
@Component
public class AcceptAgreement {

    private final Desk desk;
    private final RecordConsent recordConsent;
    private final RecordPaperConsent recordPaperConsent;
    private final GateKeeper gateKeeper;
    private final Views views;
    private final AuditTrail audit;

    AcceptAgreement(
            Desk desk,
            RecordConsent recordConsent,
            RecordPaperConsent recordPaperConsent,
            GateKeeper gateKeeper,
            Views views,
            AuditTrail audit) {
        this.desk = desk;
        this.recordConsent = recordConsent;
        this.recordPaperConsent = recordPaperConsent;
        this.gateKeeper = gateKeeper;
        this.views = views;
        this.audit = audit;
    }

    /**
     * Accepts.
     *
     * @param clientAddress where the acceptance came from, kept as evidence
     */
    @Transactional
    public Outcome<ApplicationView> accept(
            Actor actor, CaseNumber number, int version, String sm3, String clientAddress) {
        return desk.handIn(actor, number)
                .flatMap(
                        application ->
                                gate(application)
                                        .flatMap(
                                                gate ->
                                                        accept(
                                                                actor,
                                                                application,
                                                                gate,
                                                                version,
                                                                sm3,
                                                                clientAddress)));
    }

    private static Outcome<GatePlan> gate(Application application) {
        return application.business().gates(GateSettings.Consent.class).stream()
                .findFirst()
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(ApplicationError.NO_AGREEMENT));
    }

    private Outcome<ApplicationView> accept(
            Actor actor,
            Application application,
            GatePlan gate,
            int version,
            String sm3,
            String clientAddress) {
        var state = application.gates().state(gate.code());
        if (Consents.accepted(state).filter(accepted -> accepted == version).isPresent()) {
            return Outcome.done(views.of(application));
        }
        if (!application.gates().workable(gate.code())) {
            return Outcome.refused(
                    state.passed() ? ApplicationError.NOT_CHANGEABLE : ApplicationError.NOT_YET);
        }
        String code = ((GateSettings.Consent) gate.settings()).agreement();
        Outcome<Consent> consent =
                actor instanceof Actor.Operator officer
                        ? recordPaperConsent.record(
                                officer,
                                application.number(),
                                new RecordPaperConsent.Signed(code, version, sm3),
                                clientAddress)
                        : recordConsent.record(
                                actor, application.number(), code, version, sm3, clientAddress);
        return consent.map(
                _ -> {
                    String evidence = Consents.evidence(code, version, sm3);
                    audit.record(actor, "application.agreement-accepted", application.subject());
                    return views.of(
                            gateKeeper.weighAgain(
                                    gateKeeper.pass(application, gate.code(), actor, evidence),
                                    actor));
                });
    }
}
