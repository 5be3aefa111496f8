package org.yinxin.authority.cmp;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cmp.RevDetails;
import org.bouncycastle.asn1.cmp.RevRepContentBuilder;
import org.bouncycastle.asn1.cmp.RevReqContent;
import org.bouncycastle.asn1.crmf.CertTemplate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.yinxin.authority.RevocationOutcome;
import org.yinxin.authority.RevocationReason;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.machine.MachineCertificates;
import org.yinxin.authority.machine.MachineCertificates.Owned;
import org.yinxin.authority.status.RevokeCertificate;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.der.MalformedDerException;

/**
 * Answers rr: a machine revokes certificates of its own. Refuses, one by one, certificates that are not the machine's or
 * are revoked already, and reasons that are none of a subscriber.
 */
final class RevokeByMachine {

    private static final int MOST = 20;

    private final MachineCertificates certificates;
    private final RevokeCertificate revokeCertificate;

    RevokeByMachine(MachineCertificates certificates, RevokeCertificate revokeCertificate) {
        this.certificates = certificates;
        this.revokeCertificate = revokeCertificate;
    }

    /**
     * What one part of the message asks for.
     *
     * @param serial empty when it names no certificate of the authority
     * @param reason empty when there is none that we know
     */
    private record Asked(Optional<SerialNumber> serial, Optional<RevocationReason> reason) {}

    PKIBody revoke(CertificationAuthority authority, CmpMessage message, Sender.Proved sender) {
        try {
            RevDetails[] details =
                    Der.interpret(
                            () ->
                                    RevReqContent.getInstance(message.body().getContent())
                                            .toRevDetailsArray());
            if (details.length == 0 || details.length > MOST) {
                return Bodies.error(
                        PKIFailureInfo.badRequest, "a message revokes 1 to %d".formatted(MOST));
            }
            RevRepContentBuilder answer = new RevRepContentBuilder();
            for (RevDetails each : details) {
                Asked asked = Der.interpret(() -> read(authority, each));
                answer.add(revoke(authority, asked, sender));
            }
            return new PKIBody(PKIBody.TYPE_REVOCATION_REP, answer.build());
        } catch (MalformedDerException e) {
            return Bodies.error(PKIFailureInfo.badDataFormat, "the revocation cannot be read");
        }
    }

    private static Asked read(CertificationAuthority authority, RevDetails details) {
        CertTemplate template = details.getCertDetails();
        boolean ours =
                template.getSerialNumber() != null
                        && (template.getIssuer() == null
                                || template.getIssuer().equals(authority.name()));
        return new Asked(
                ours
                        ? Optional.of(new SerialNumber(template.getSerialNumber().getValue()))
                        : Optional.empty(),
                reason(details.getCrlEntryDetails()));
    }

    private static Optional<RevocationReason> reason(Extensions details) {
        Extension reason = details == null ? null : details.getExtension(Extension.reasonCode);
        if (reason == null) {
            return Optional.of(RevocationReason.UNSPECIFIED);
        }
        int code = ASN1Enumerated.getInstance(reason.getParsedValue()).intValueExact();
        for (RevocationReason known : RevocationReason.values()) {
            if (known.code() == code) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    private PKIStatusInfo revoke(
            CertificationAuthority authority, Asked asked, Sender.Proved sender) {
        Optional<Owned> owned =
                asked.serial()
                        .flatMap(serial -> certificates.owned(authority.line(), serial))
                        .filter(each -> each.machine().equals(sender.machine().name()));
        if (owned.isEmpty()) {
            return Bodies.rejection(
                    PKIFailureInfo.badCertId, "this is no certificate of this machine");
        }
        if (asked.reason().isEmpty()) {
            return Bodies.rejection(
                    PKIFailureInfo.badRequest, "no subscriber revokes for that reason");
        }
        return switch (revokeCertificate.revoke(
                owned.get().authority(), asked.serial().orElseThrow(), asked.reason().get())) {
            case RevocationOutcome.Revoked _ -> new PKIStatusInfo(PKIStatus.granted);
            case RevocationOutcome.AlreadyRevoked _ ->
                    Bodies.rejection(
                            PKIFailureInfo.certRevoked, "the certificate is revoked already");
            case RevocationOutcome.NeverIssued _ ->
                    Bodies.rejection(
                            PKIFailureInfo.badCertId, "this is no certificate of this machine");
        };
    }
}
