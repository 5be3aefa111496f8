package org.yinxin.authority.outside;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.cmp.CMPCertificate;
import org.bouncycastle.asn1.cmp.CertRepMessage;
import org.bouncycastle.asn1.cmp.CertResponse;
import org.bouncycastle.asn1.cmp.ErrorMsgContent;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cmp.PollRepContent;
import org.bouncycastle.asn1.cmp.RevRepContent;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.der.MalformedDerException;

/** Reads what an answer says. Whether it is what we asked for is for whoever asked. */
final class ReadAnswer {

    private static final long LONGEST_WAIT = Duration.ofDays(90).toSeconds();
    private static final int MOST_CERTIFICATES = 20;

    private ReadAnswer() {}

    static Told read(PKIBody body) {
        ASN1Encodable content = body.getContent();
        try {
            return switch (body.getType()) {
                case PKIBody.TYPE_INIT_REP, PKIBody.TYPE_CERT_REP ->
                        Der.interpret(() -> certificate(CertRepMessage.getInstance(content)));
                case PKIBody.TYPE_POLL_REP ->
                        Der.interpret(() -> later(PollRepContent.getInstance(content)));
                case PKIBody.TYPE_CONFIRM -> new Told.Confirmed();
                case PKIBody.TYPE_REVOCATION_REP ->
                        Der.interpret(() -> changed(RevRepContent.getInstance(content)));
                case PKIBody.TYPE_ERROR ->
                        Der.interpret(
                                () ->
                                        denied(
                                                ErrorMsgContent.getInstance(content)
                                                        .getPKIStatusInfo()));
                default -> new Told.Odd("a message of type " + body.getType());
            };
        } catch (MalformedDerException e) {
            return new Told.Odd("a body that cannot be read: " + e.getMessage());
        }
    }

    private static Told certificate(CertRepMessage message) throws MalformedDerException {
        CertResponse[] responses = message.getResponse();
        if (responses.length != 1) {
            return new Told.Odd(responses.length + " responses to one request");
        }
        CertResponse one = responses[0];
        BigInteger number = one.getCertReqId().getValue();
        return switch (one.getStatus().getStatus().intValue()) {
            case PKIStatus.GRANTED, PKIStatus.GRANTED_WITH_MODS -> brought(message, one, number);
            case PKIStatus.WAITING -> new Told.Later(number, Duration.ZERO);
            default -> denied(one.getStatus());
        };
    }

    private static Told brought(CertRepMessage message, CertResponse one, BigInteger number)
            throws MalformedDerException {
        CMPCertificate certificate =
                one.getCertifiedKeyPair() == null
                        ? null
                        : one.getCertifiedKeyPair().getCertOrEncCert().getCertificate();
        if (certificate == null || !certificate.isX509v3PKCert()) {
            return new Told.Odd("a grant without a certificate in the clear");
        }
        List<SignedCertificate> along = new ArrayList<>();
        CMPCertificate[] authorities = message.getCaPubs();
        if (authorities != null) {
            for (CMPCertificate each : authorities) {
                if (each.isX509v3PKCert() && along.size() < MOST_CERTIFICATES) {
                    along.add(SignedCertificate.parse(Der.encode(each.getX509v3PKCert())));
                }
            }
        }
        return new Told.Brought(
                SignedCertificate.parse(Der.encode(certificate.getX509v3PKCert())), number, along);
    }

    private static Told later(PollRepContent content) {
        if (content.size() < 1) {
            return new Told.Odd("an empty answer to polling");
        }
        long seconds =
                content.getCheckAfter(0)
                        .getValue()
                        .max(BigInteger.ZERO)
                        .min(BigInteger.valueOf(LONGEST_WAIT))
                        .longValueExact();
        return new Told.Later(content.getCertReqId(0).getValue(), Duration.ofSeconds(seconds));
    }

    private static Told changed(RevRepContent content) {
        // The library wants to be asked for a sequence that is there.
        ASN1Sequence statuses =
                ASN1Sequence.getInstance(
                        ASN1Sequence.getInstance(content.toASN1Primitive()).getObjectAt(0));
        if (statuses.size() != 1) {
            return new Told.Odd(statuses.size() + " answers to one revocation");
        }
        PKIStatusInfo status = PKIStatusInfo.getInstance(statuses.getObjectAt(0));
        return switch (status.getStatus().intValue()) {
            case PKIStatus.GRANTED,
                    PKIStatus.GRANTED_WITH_MODS,
                    PKIStatus.REVOCATION_NOTIFICATION ->
                    new Told.Changed();
            case PKIStatus.WAITING -> new Told.Later(BigInteger.ZERO, Duration.ZERO);
            default -> denied(status);
        };
    }

    private static Told denied(@Nullable PKIStatusInfo status) {
        boolean revoked =
                status != null
                        && status.getFailInfo() != null
                        && (status.getFailInfo().intValue() & PKIFailureInfo.certRevoked) != 0;
        return new Told.Denied(Words.of(status), revoked);
    }
}
