package org.yinxin.authority.cmp;

import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.key.KeyStoreUnavailableException;
import org.yinxin.pki.der.MalformedDerException;

/**
 * Answers one message. Refuses what cannot be read, another version, a message without a transaction or a fresh nonce, one
 * that does not prove who sent it, and kinds that we do not serve; the rest is refused by whoever it is for.
 */
final class AnswerCmp {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerCmp.class);
    private static final int NONCE_OCTETS = 16;
    private static final int LEAST_NONCE_OCTETS = 8;

    private final CertificationAuthorities authorities;
    private final IdentifySender identifySender;
    private final Certify certify;
    private final ConfirmCertificate confirmCertificate;
    private final RevokeByMachine revokeByMachine;
    private final TellGenerally tellGenerally;
    private final ProtectAnswer protectAnswer;
    private final SecureRandom random;

    AnswerCmp(
            CertificationAuthorities authorities,
            IdentifySender identifySender,
            Certify certify,
            ConfirmCertificate confirmCertificate,
            RevokeByMachine revokeByMachine,
            TellGenerally tellGenerally,
            ProtectAnswer protectAnswer,
            SecureRandom random) {
        this.authorities = authorities;
        this.identifySender = identifySender;
        this.certify = certify;
        this.confirmCertificate = confirmCertificate;
        this.revokeByMachine = revokeByMachine;
        this.tellGenerally = tellGenerally;
        this.protectAnswer = protectAnswer;
        this.random = random;
    }

    /** Answers a whole PKIMessage in DER; empty when there is no such authority or it serves no subscribers. */
    Optional<byte[]> answer(AuthorityCode code, byte[] question) {
        return authorities
                .newest(code)
                .filter(CertificationAuthority::servesSubscribers)
                .map(authority -> answer(authority, question));
    }

    private byte[] answer(CertificationAuthority authority, byte[] question) {
        byte[] nonce = new byte[NONCE_OCTETS];
        random.nextBytes(nonce);
        CmpMessage message;
        try {
            message = CmpMessage.parse(question);
        } catch (MalformedDerException e) {
            return protectAnswer.protect(
                    authority,
                    null,
                    new Sender.Anybody(),
                    nonce,
                    Bodies.error(PKIFailureInfo.badDataFormat, "this is no message of CMP"));
        }
        Sender sender = new Sender.Anybody();
        PKIBody body;
        try {
            sender = identifySender.identify(authority, message);
            body = faultOf(message).orElse(null);
            if (body == null) {
                body = answer(authority, message, sender, nonce);
            }
        } catch (KeyStoreUnavailableException e) {
            LOG.warn("{}", e.getMessage());
            body = Bodies.error(PKIFailureInfo.systemUnavail, "a key of the authority is away");
        }
        return protectAnswer.protect(authority, message, sender, nonce, body);
    }

    private static Optional<PKIBody> faultOf(CmpMessage message) {
        if (message.version() != 2 && message.version() != 3) {
            return Optional.of(
                    Bodies.error(
                            PKIFailureInfo.unsupportedVersion, "versions 2 and 3 are spoken here"));
        }
        if (message.transaction().length == 0) {
            return Optional.of(
                    Bodies.error(
                            PKIFailureInfo.badRequest,
                            "the message names no transaction, or badly"));
        }
        return message.senderNonce().length < LEAST_NONCE_OCTETS
                ? Optional.of(
                        Bodies.error(
                                PKIFailureInfo.badSenderNonce, "the message has no proper nonce"))
                : Optional.empty();
    }

    private PKIBody answer(
            CertificationAuthority authority, CmpMessage message, Sender sender, byte[] nonce) {
        return switch (sender) {
            case Sender.Unproved(int failure, String sentence) -> Bodies.error(failure, sentence);
            case Sender.Anybody _ ->
                    message.body().getType() == PKIBody.TYPE_GEN_MSG
                            ? tellGenerally.tell(authority, message)
                            : Bodies.error(
                                    PKIFailureInfo.badMessageCheck, "the message is not protected");
            case Sender.Proved proved -> answer(authority, message, proved, nonce);
        };
    }

    private PKIBody answer(
            CertificationAuthority authority,
            CmpMessage message,
            Sender.Proved sender,
            byte[] nonce) {
        return switch (message.body().getType()) {
            case PKIBody.TYPE_INIT_REQ,
                    PKIBody.TYPE_CERT_REQ,
                    PKIBody.TYPE_P10_CERT_REQ,
                    PKIBody.TYPE_KEY_UPDATE_REQ ->
                    certify.certify(authority, message, sender, nonce);
            case PKIBody.TYPE_CERT_CONFIRM ->
                    confirmCertificate.confirm(authority, message, sender);
            case PKIBody.TYPE_REVOCATION_REQ -> revokeByMachine.revoke(authority, message, sender);
            case PKIBody.TYPE_GEN_MSG -> tellGenerally.tell(authority, message);
            default ->
                    Bodies.error(PKIFailureInfo.badRequest, "messages of this kind are not served");
        };
    }
}
