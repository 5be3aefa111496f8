package org.yinxin.authority.cmp;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.cmp.CMPCertificate;
import org.bouncycastle.asn1.cmp.CMPObjectIdentifiers;
import org.bouncycastle.asn1.cmp.CertOrEncCert;
import org.bouncycastle.asn1.cmp.CertRepMessage;
import org.bouncycastle.asn1.cmp.CertResponse;
import org.bouncycastle.asn1.cmp.CertifiedKeyPair;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.x509.Certificate;
import org.yinxin.authority.CertificateOrderId;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.authority.IssuedCertificate;
import org.yinxin.authority.cmp.Transactions.Transaction;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.machine.EnrolMachine;
import org.yinxin.authority.machine.EnrolOutcome;
import org.yinxin.authority.machine.Enrolment;
import org.yinxin.authority.machine.Machine;
import org.yinxin.authority.machine.MachineCertificates;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.der.MalformedDerException;

/**
 * Answers ir, cr, p10cr and kur: a certificate for the key that the machine brings. Asked for again in the same transaction
 * it is the same certificate.
 *
 * <p>Refuses: a message of none or several requests; a renewal of a certificate that is not the machine's or not valid; a
 * transaction of another machine; and what {@link EnrolMachine} refuses.
 */
final class Certify {

    private final EnrolMachine enrolMachine;
    private final MachineCertificates certificates;
    private final Transactions transactions;
    private final Duration confirmWithin;
    private final Clock clock;

    Certify(
            EnrolMachine enrolMachine,
            MachineCertificates certificates,
            Transactions transactions,
            Duration confirmWithin,
            Clock clock) {
        this.enrolMachine = enrolMachine;
        this.certificates = certificates;
        this.transactions = transactions;
        this.confirmWithin = confirmWithin;
        this.clock = clock;
    }

    PKIBody certify(
            CertificationAuthority authority,
            CmpMessage message,
            Sender.Proved sender,
            byte[] nonce) {
        List<AskedCertificate> asked;
        try {
            asked = AskedCertificate.read(message.body(), message.version());
        } catch (MalformedDerException e) {
            return Bodies.error(PKIFailureInfo.badDataFormat, "the request cannot be read");
        }
        if (asked.size() != 1) {
            return Bodies.error(
                    PKIFailureInfo.badRequest, "a message asks for one certificate at a time");
        }
        AskedCertificate one = asked.getFirst();
        Machine machine = sender.machine();
        if (one.renewal() && !mayRenew(one, machine)) {
            return answer(
                    message,
                    one,
                    Bodies.rejection(
                            PKIFailureInfo.badCertId,
                            "what is to be renewed is no valid certificate of this machine"));
        }
        CertificateOrderId order = Enrolment.order(machine.name(), "cmp", message.transaction());
        Transaction transaction = new Transaction(machine.name(), order, nonce);
        if (!transactions.open(
                authority.line(), message.transaction(), transaction, clock.instant())) {
            return Bodies.error(
                    PKIFailureInfo.transactionIdInUse, "this transaction is another machine's");
        }
        boolean unconfirmed = message.asksFor(CMPObjectIdentifiers.it_implicitConfirm);
        EnrolOutcome outcome =
                enrolMachine.enrol(
                        new Enrolment(
                                machine,
                                order,
                                one.request(),
                                one.renewal(),
                                unconfirmed ? null : confirmWithin));
        return switch (outcome) {
            case EnrolOutcome.Enrolled(IssuedCertificate issued) ->
                    answer(message, one, issued, machine);
            case EnrolOutcome.NotEntitled(String sentence) ->
                    answer(message, one, Bodies.rejection(PKIFailureInfo.notAuthorized, sentence));
            case EnrolOutcome.WrongSubject(String sentence) ->
                    answer(
                            message,
                            one,
                            Bodies.rejection(PKIFailureInfo.badCertTemplate, sentence));
            case EnrolOutcome.NotIssued(IssuanceRefusal reason, String sentence) ->
                    answer(message, one, Bodies.rejection(failure(reason), sentence));
        };
    }

    private boolean mayRenew(AskedCertificate one, Machine machine) {
        return one.renewed()
                .map(
                        serial ->
                                certificates.live(machine.name(), clock.instant()).stream()
                                        .map(MachineCertificates.Owned::certificate)
                                        .map(SignedCertificate::tbs)
                                        .anyMatch(
                                                tbs ->
                                                        tbs.structure()
                                                                .getSerialNumber()
                                                                .hasValue(serial)))
                .orElse(true);
    }

    private static PKIBody answer(
            CmpMessage message, AskedCertificate one, PKIStatusInfo rejection) {
        return body(message, new CMPCertificate[0], new CertResponse(one.number(), rejection));
    }

    private static PKIBody answer(
            CmpMessage message, AskedCertificate one, IssuedCertificate issued, Machine machine) {
        // What differs from what was asked for is said to differ (RFC 9810, 5.2.3).
        boolean asAsked = one.subject().equals(machine.entitlement().subject().toX500Name());
        CertResponse response =
                new CertResponse(
                        new ASN1Integer(one.number().getValue()),
                        new PKIStatusInfo(asAsked ? PKIStatus.granted : PKIStatus.grantedWithMods),
                        new CertifiedKeyPair(
                                new CertOrEncCert(
                                        new CMPCertificate(
                                                Certificate.getInstance(issued.certificate())))),
                        null);
        CMPCertificate[] authorities =
                issued.chain().stream()
                        .map(each -> new CMPCertificate(Certificate.getInstance(each)))
                        .toArray(CMPCertificate[]::new);
        return body(message, authorities, response);
    }

    private static PKIBody body(
            CmpMessage message, CMPCertificate[] authorities, CertResponse response) {
        int type =
                switch (message.body().getType()) {
                    case PKIBody.TYPE_INIT_REQ -> PKIBody.TYPE_INIT_REP;
                    case PKIBody.TYPE_KEY_UPDATE_REQ -> PKIBody.TYPE_KEY_UPDATE_REP;
                    default -> PKIBody.TYPE_CERT_REP;
                };
        return new PKIBody(
                type,
                new CertRepMessage(
                        authorities.length == 0
                                ? null
                                : Arrays.copyOf(authorities, authorities.length),
                        new CertResponse[] {response}));
    }

    private static int failure(IssuanceRefusal reason) {
        return switch (reason) {
            case MALFORMED_REQUEST -> PKIFailureInfo.badDataFormat;
            case BAD_REQUEST_SIGNATURE -> PKIFailureInfo.badPOP;
            case UNSUPPORTED_KEY -> PKIFailureInfo.badAlg;
            case WEAK_KEY, VALIDITY, PROFILE, LINT -> PKIFailureInfo.badCertTemplate;
            case KEY_ALREADY_CERTIFIED -> PKIFailureInfo.duplicateCertReq;
            case ORDER_MISMATCH -> PKIFailureInfo.transactionIdInUse;
            case UNKNOWN_AUTHORITY -> PKIFailureInfo.wrongAuthority;
            case IN_PROGRESS, UNREACHABLE -> PKIFailureInfo.systemUnavail;
            case DENIED -> PKIFailureInfo.badRequest;
        };
    }
}
