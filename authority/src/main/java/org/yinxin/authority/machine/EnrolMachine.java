package org.yinxin.authority.machine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;
import org.yinxin.authority.CertificateOrder;
import org.yinxin.authority.CertificateOutcome;
import org.yinxin.authority.IssuanceOutcome;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.authority.issuance.IssueCertificate;
import org.yinxin.authority.machine.EnrolOutcome.Enrolled;
import org.yinxin.authority.machine.EnrolOutcome.NotEntitled;
import org.yinxin.authority.machine.EnrolOutcome.NotIssued;
import org.yinxin.authority.machine.EnrolOutcome.WrongSubject;
import org.yinxin.authority.machine.MachineCertificates.Settlement;
import org.yinxin.pki.request.ParsedRequest;

/**
 * Gets a machine a certificate of its key, with the subject, names and validity of its registration.
 *
 * <p>Refuses: a machine that was closed, whose time is over, that has had all its certificates, that did not confirm this one in time, or that renews and has
 * no certificate which is valid; a request that names another subject; and what the authority refuses.
 */
public final class EnrolMachine {

    private final Machines machines;
    private final MachineCertificates certificates;
    private final IssueCertificate issueCertificate;
    private final TransactionOperations transaction;
    private final Clock clock;

    public EnrolMachine(
            Machines machines,
            MachineCertificates certificates,
            IssueCertificate issueCertificate,
            TransactionOperations transaction,
            Clock clock) {
        this.machines = machines;
        this.certificates = certificates;
        this.issueCertificate = issueCertificate;
        this.transaction = transaction;
        this.clock = clock;
    }

    public EnrolOutcome enrol(Enrolment enrolment) {
        Machine machine = enrolment.machine();
        // What cannot be read is refused by the authority, in its own words.
        if (enrolment.request().parse() instanceof ParsedRequest.Accepted(var request)
                && !machine.mayAskFor(request.subject())) {
            return new WrongSubject(
                    "this machine is registered as %s and may ask for no other subject"
                            .formatted(machine.entitlement().subject().toX500Name()));
        }
        Optional<NotEntitled> refusal =
                Objects.requireNonNull(transaction.execute(_ -> reserve(enrolment)));
        return refusal.<EnrolOutcome>map(each -> each).orElseGet(() -> order(enrolment));
    }

    private Optional<NotEntitled> reserve(Enrolment enrolment) {
        Instant now = clock.instant();
        Machine machine = machines.lock(enrolment.machine().name()).orElseThrow();
        if (machine.closedAt() != null) {
            return notEntitled("this machine is closed");
        }
        if (!now.isBefore(machine.entitlement().until())) {
            return notEntitled("the time in which this machine may enrol is over");
        }
        if (certificates.countWithout(machine.name(), enrolment.order())
                >= machine.entitlement().most()) {
            return notEntitled("this machine has had all the certificates it may have");
        }
        if (enrolment.renewal() && certificates.live(machine.name(), now).isEmpty()) {
            return notEntitled("this machine has no valid certificate to renew");
        }
        if (certificates.lock(enrolment.order()).filter(Settlement.REJECTED::equals).isPresent()) {
            return notEntitled("this machine did not want or did not confirm that certificate");
        }
        Duration within = enrolment.confirmWithin();
        certificates.insert(
                machine.name(), enrolment.order(), now, within == null ? null : now.plus(within));
        return Optional.empty();
    }

    private EnrolOutcome order(Enrolment enrolment) {
        Entitlement entitlement = enrolment.machine().entitlement();
        Instant now = clock.instant();
        CertificateOutcome outcome =
                issueCertificate.issue(
                        new CertificateOrder(
                                enrolment.order(),
                                entitlement.authority(),
                                entitlement.kind(),
                                entitlement.subject(),
                                entitlement.organisationCode(),
                                entitlement.hostNames(),
                                now,
                                now.plus(Duration.ofDays(entitlement.days())),
                                enrolment.request()));
        return switch (outcome) {
            case CertificateOutcome.Issued(var certificate) -> new Enrolled(certificate);
            case IssuanceOutcome.Refused(IssuanceRefusal reason, String sentence) -> {
                certificates.forget(enrolment.order());
                yield new NotIssued(reason, sentence);
            }
        };
    }

    private static Optional<NotEntitled> notEntitled(String sentence) {
        return Optional.of(new NotEntitled(sentence));
    }
}
