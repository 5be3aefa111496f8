package org.yinxin.authority.machine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import org.yinxin.authority.machine.ReserveCertificate.Reservation;
import org.yinxin.pki.key.SignatureVerifier;
import org.yinxin.pki.request.KeyRequest;
import org.yinxin.pki.request.ParsedRequest;

/**
 * Gets a machine a certificate of its key, with the subject, names and validity of its registration.
 *
 * <p>Refuses: a request that names another subject; to renew for a machine that has no certificate which is valid; what
 * {@link ReserveCertificate} refuses; and what the authority refuses.
 */
public final class EnrolMachine {

    private final MachineCertificates certificates;
    private final ReserveCertificate reserve;
    private final IssueCertificate issueCertificate;
    private final SignatureVerifier verifier;
    private final Clock clock;

    /**
     * @param verifier of the signatures in requests
     */
    public EnrolMachine(
            Machines machines,
            MachineCertificates certificates,
            IssueCertificate issueCertificate,
            SignatureVerifier verifier,
            TransactionOperations transaction,
            Clock clock) {
        this.certificates = certificates;
        this.reserve = new ReserveCertificate(machines, certificates, transaction, clock);
        this.issueCertificate = issueCertificate;
        this.verifier = verifier;
        this.clock = clock;
    }

    public EnrolOutcome enrol(Enrolment enrolment) {
        Machine machine = enrolment.machine();
        ParsedRequest request = enrolment.request().parse(verifier);
        // What cannot be read is refused by the authority, in its own words.
        if (request instanceof ParsedRequest.Accepted(var readable)
                && !machine.mayAskFor(readable.subject())) {
            return new WrongSubject(
                    "this machine is registered as %s and may ask for no other subject"
                            .formatted(machine.entitlement().subject().toX500Name()));
        }
        if (enrolment.renewal() && certificates.live(machine.name(), clock.instant()).isEmpty()) {
            return new NotEntitled("this machine has no valid certificate to renew");
        }
        return switch (reserve.reserve(enrolment)) {
            case Reservation.Refused(NotEntitled reason) -> reason;
            case Reservation.Reserved() -> order(enrolment, request);
        };
    }

    private EnrolOutcome order(Enrolment enrolment, ParsedRequest request) {
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
                                new KeyRequest.Read(request)));
        return switch (outcome) {
            case CertificateOutcome.Issued(var certificate) -> new Enrolled(certificate);
            case IssuanceOutcome.Refused(IssuanceRefusal reason, String sentence) -> {
                certificates.forget(enrolment.order());
                yield new NotIssued(reason, sentence);
            }
        };
    }
}
