package org.yinxin.hall.application;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.issuance.IssuanceOrder;
import org.yinxin.hall.issuance.IssueCertificatePair;
import org.yinxin.hall.issuance.ProducedPair;
import org.yinxin.hall.issuance.ReadIssuance;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Makes the certificates of an application for the signing key of a request. The order's number is committed before
 * anybody is asked to issue, so that after any interruption the same request is answered with the same pair.
 *
 * <p>Refuses: somebody else's application; whoever the plan does not let produce; one that has ended or where nothing
 * is to be produced now; an organisation that may not have the certificate any more; one whose old
 * certificate was ended, or whose days are over; what differs from what was
 * approved; whatever issuance refuses.
 */
@Component
public class ProduceCertificates {

    private final Applications applications;
    private final Makers makers;
    private final Eligibility eligibility;
    private final Reissue reissue;
    private final GateKeeper gateKeeper;
    private final IssueCertificatePair issueCertificatePair;
    private final ReadIssuance readIssuance;
    private final AuditTrail audit;
    private final Supplier<UUID> uuids;
    private final TransactionTemplate transaction;

    ProduceCertificates(
            Applications applications,
            Makers makers,
            Eligibility eligibility,
            Reissue reissue,
            GateKeeper gateKeeper,
            IssueCertificatePair issueCertificatePair,
            ReadIssuance readIssuance,
            AuditTrail audit,
            @Qualifier("uuids") Supplier<UUID> uuids,
            PlatformTransactionManager transactions) {
        this.applications = applications;
        this.makers = makers;
        this.eligibility = eligibility;
        this.reissue = reissue;
        this.gateKeeper = gateKeeper;
        this.issueCertificatePair = issueCertificatePair;
        this.readIssuance = readIssuance;
        this.audit = audit;
        this.uuids = uuids;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Issues outside of any transaction of this package. */
    public Outcome<ProductionView> produce(Actor actor, CaseNumber number, byte[] signingRequest) {
        Optional<OldCertificate> old = reissue.old(number);
        Outcome<IssuanceOrder> order =
                transaction.execute(
                        _ ->
                                makers.producible(actor, number)
                                        .flatMap(
                                                found -> order(actor, found, old, signingRequest)));
        Outcome<ProducedPair> produced = order.flatMap(it -> issueCertificatePair.issue(actor, it));
        if (order instanceof Outcome.Done<IssuanceOrder>
                && produced instanceof Outcome.Refused<?>) {
            transaction.executeWithoutResult(_ -> forget(actor, number));
        }
        return produced.map(ProduceCertificates::view);
    }

    private static ProductionView view(ProducedPair pair) {
        return new ProductionView(
                pair.signCertificate(),
                pair.encryptionCertificate(),
                pair.chain(),
                pair.envelope(),
                pair.toSign(),
                pair.encrypted());
    }

    private Outcome<IssuanceOrder> order(
            Actor actor,
            Application application,
            Optional<OldCertificate> old,
            byte[] signingRequest) {
        Optional<Refusal> ineligible =
                eligibility.stillHeld(application).or(() -> reissue.refusal(application, old));
        if (ineligible.isPresent()) {
            return Outcome.refused(ineligible.get());
        }
        String filed = application.milestones().subject();
        if (filed == null || !Approvals.approved(application, filed)) {
            audit.record(actor, "application.not-as-approved", application.subject());
            return Outcome.refused(ApplicationError.NOT_AS_APPROVED);
        }
        UUID id = application.milestones().issuanceOrder();
        if (id == null) {
            id = uuids.get();
            gateKeeper.keep(application, application.milestones().issuing(id), actor);
            audit.record(
                    actor,
                    "application.production-begun",
                    application.subject(),
                    Map.of("issuance", id.toString()));
        }
        return Outcome.done(order(application, SubmittedSubject.read(filed), id, signingRequest));
    }

    private IssuanceOrder order(
            Application application, SubmittedSubject subject, UUID id, byte[] signingRequest) {
        return new IssuanceOrder(
                id,
                application.number(),
                application.account(),
                subject.authority(),
                subject.kind(),
                subject.certified(),
                subject.years(),
                reissue.end(application, subject.years()),
                signingRequest);
    }

    /** An order that was refused for good makes room for another one; a live one is kept. */
    private void forget(Actor actor, CaseNumber number) {
        if (readIssuance.ofCase(number).isEmpty()) {
            applications
                    .lock(number)
                    .filter(application -> application.milestones().issuanceOrder() != null)
                    .ifPresent(
                            application ->
                                    gateKeeper.keep(
                                            application,
                                            application.milestones().issuing(null),
                                            actor));
        }
    }
}
