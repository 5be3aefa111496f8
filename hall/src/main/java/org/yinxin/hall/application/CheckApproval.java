package org.yinxin.hall.application;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.application.gate.GateState;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.issuance.ReadIssuance;
import org.yinxin.hall.issuance.ReadIssuance.Ordered;
import org.yinxin.pki.certificate.TbsCertificate;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.extension.RegistrationExtension;

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
     */
    @Transactional(readOnly = true)
    public Optional<String> objection(UUID order, TbsCertificate signing) {
        Optional<Ordered> ordered = readIssuance.ordered(order);
        if (ordered.isEmpty()) {
            return Optional.of("was ordered by no case of the hall");
        }
        Optional<Application> application = applications.find(ordered.get().caseNumber());
        if (application.isEmpty()) {
            return Optional.of("was ordered by a case that is not there");
        }
        return unapproved(order, ordered.get(), application.get())
                .or(() -> differs(ordered.get(), signing))
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
        if (!SubmittedSubject.read(filed).certified().equals(ordered.subject())) {
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

    private static Optional<String> differs(Ordered ordered, TbsCertificate signing) {
        boolean named =
                ordered.subject()
                        .name()
                        .filter(name -> name.toX500Name().equals(signing.subject()))
                        .isPresent();
        if (!named
                || !code(signing)
                        .equals(Optional.ofNullable(ordered.subject().organisationCode()))) {
            return Optional.of("names another subject than was approved");
        }
        return signing.notBefore().equals(ordered.notBefore())
                        && signing.notAfter().equals(ordered.notAfter())
                ? Optional.empty()
                : Optional.of("is valid for another time than was ordered");
    }

    private static Optional<String> code(TbsCertificate signing) {
        return signing.extension(RegistrationExtension.ORGANIZATION_CODE.oid())
                .flatMap(
                        extension -> {
                            try {
                                return Optional.of(
                                        RegistrationExtension.ORGANIZATION_CODE.parse(extension));
                            } catch (MalformedDerException e) {
                                return Optional.of("unreadable");
                            }
                        });
    }
}
