package org.yinxin.hall.application;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.agreement.AgreementText;
import org.yinxin.hall.agreement.Agreements;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/**
 * The agreement that an application asks for: the version it has accepted, or the one in force.
 *
 * <p>Refuses somebody else's application, and one whose plan asks for no agreement.
 */
@Component
public class ReadAgreement {

    private final Desk desk;
    private final Agreements agreements;

    ReadAgreement(Desk desk, Agreements agreements) {
        this.desk = desk;
        this.agreements = agreements;
    }

    @Transactional(readOnly = true)
    public Outcome<AgreementView> read(Actor actor, CaseNumber number) {
        return desk.look(actor, number)
                .flatMap(
                        application ->
                                find(application)
                                        .map(Outcome::done)
                                        .orElseGet(
                                                () ->
                                                        Outcome.refused(
                                                                ApplicationError.NO_AGREEMENT)));
    }

    /** The agreement of the first consent gate. */
    Optional<AgreementView> find(Application application) {
        return application.business().gates(GateSettings.Consent.class).stream()
                .findFirst()
                .flatMap(gate -> find(application, gate));
    }

    private Optional<AgreementView> find(Application application, GatePlan gate) {
        String code = ((GateSettings.Consent) gate.settings()).agreement();
        var accepted = Consents.accepted(application.gates().state(gate.code()));
        Optional<AgreementText> text =
                accepted.isPresent()
                        ? agreements.find(code, accepted.get())
                        : agreements.current(code);
        return text.map(
                found ->
                        new AgreementView(
                                found.code(),
                                found.version(),
                                found.title(),
                                found.text(),
                                found.sm3(),
                                accepted.isPresent()));
    }
}
