package org.yinxin.hall.application;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.certificate.CertificateUse;
import org.yinxin.hall.certificate.ListCertificates;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.privacy.Masked;

/**
 * What is known of a visitor: the cases and the certificates of the account.
 *
 * <p>Refuses anybody but the entry officer who received the visitor, and that one on another day.
 */
@Component
public class ReadVisit {

    private final Visits visits;
    private final ListApplications listApplications;
    private final ListCertificates listCertificates;

    ReadVisit(Visits visits, ListApplications listApplications, ListCertificates listCertificates) {
        this.visits = visits;
        this.listApplications = listApplications;
        this.listCertificates = listCertificates;
    }

    /** The authority is asked for the standing of the certificates; so this is in no transaction. */
    public Outcome<VisitView> read(Actor.Operator actor, UUID id) {
        return visits.of(actor, id)
                .map(
                        visit ->
                                new VisitView(
                                        visit.id(),
                                        visit.maskedMobile(),
                                        Masked.name(visit.name()),
                                        visit.at(),
                                        listApplications.own(visit.visitor()),
                                        listCertificates.own(visit.visitor()).stream()
                                                .filter(one -> one.use() == CertificateUse.SIGN)
                                                .toList()));
    }
}
