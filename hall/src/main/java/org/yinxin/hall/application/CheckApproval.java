package org.yinxin.hall.application;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.authority.check.SaidCode;
import org.yinxin.hall.application.gate.GateState;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.issuance.ReadIssuance;
import org.yinxin.hall.issuance.ReadIssuance.Ordered;
import org.yinxin.pki.certificate.TbsCertificate;

/**
 * Says after the fact whether a certificate was approved as it is: its order is one of a case, that case has every review
 * that its plan asks for, what was reviewed is what was ordered, and what was ordered is what was certified. Asks nobody
 * who they are: it is for whoever runs the hall.
 */
@Component
public class CheckApproval {

    private final ReadIssuance readIssuance;
    private final Applications applications;

    CheckApproval(ReadIssuance readIssuance, Applications applications) {
        this.readIssuance = readIssuance;
        this.applications = applications;
    }

    /**
     * What is missing or differs; empty when it was approved.
     *
     * @param order of the pair
     * @param signing the signing certificate of the pair
     * @param code the organisation code that it says
     */
    @Transactional(readOnly = true)
    public Optional<String> objection(UUID order, TbsCertificate signing, SaidCode code) {
        Optional<Ordered> ordered = readIssuance.ordered(order);
        if (ordered.isEmpty()) {
            return Optional.of("was ordered by no case of the hall");
        }
        Optional<Application> application = applications.find(ordered.get().caseNumber());
        if (application.isEmpty()) {
            return Optional.of("was ordered by a case that is not there");
        }
        return unapproved(order, ordered.get(), application.get())
                .or(() -> differs(ordered.get(), signing, code))
                .map(sentence -> sentence + " (case " + ordered.get().caseNumber() + ")");
    }

    private static Optional<String> unapproved(
            UUID order, Ordered ordered, Application application) {
        String filed = application.milestones().subject();
        if (!order.equals(application.milestones().issuanceOrder())) {
            return Optional.of("was ordered beside the case that it names");
        }
        if (filed == null || !Approvals.approved(application, filed)) {
            return Optional.of("has no approval");
        }
        SubmittedSubject approved = SubmittedSubject.read(filed);
        if (!approved.certified().equals(ordered.subject()) || approved.kind() != ordered.kind()) {
            return Optional.of("was ordered for another subject than was approved");
        }
        boolean open =
                application.business().gates(GateSettings.Production.class).stream()
                        .map(gate -> application.gates().state(gate.code()))
                        .noneMatch(GateState.Shut.class::isInstance);
        return open
                ? Optional.empty()
                : Optional.of("was made before everything was passed that comes before it");
    }

    private static Optional<String> differs(
            Ordered ordered, TbsCertificate signing, SaidCode code) {
        boolean named =
                ordered.subject()
                        .name()
                        .filter(name -> name.toX500Name().equals(signing.subject()))
                        .isPresent();
        if (!named || !code.is(ordered.subject().organisationCode())) {
            return Optional.of("names another subject than was approved");
        }
        return signing.notBefore().equals(ordered.notBefore())
                        && signing.notAfter().equals(ordered.notAfter())
                ? Optional.empty()
                : Optional.of("is valid for another time than was ordered");
    }
}
