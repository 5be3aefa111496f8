package org.yinxin.authority.outside;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.cmp.CMPCertificate;
import org.bouncycastle.asn1.cmp.CMPObjectIdentifiers;
import org.bouncycastle.asn1.cmp.ErrorMsgContent;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.yinxin.authority.cmp.CmpMessage;
import org.yinxin.authority.cmp.SecretCodes;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.key.MalformedKeyException;
import org.yinxin.pki.key.Signatures;

/**
 * Decides whether a message is the authority's answer to a question. It must repeat the question's transaction and nonce and
 * be protected by the shared secret, or by a signature whose certificate leads to an anchor and is there for that.
 *
 * <p>An authority's subscribers have certificates that lead to the same anchor. So a path is not enough: the signer must be an
 * authority on that path itself, be certified to speak for one (id-kp-cmcCA: RFC 9810, 4.5), bear the authority's own name, or
 * be named by the operator.
 */
record BelieveAnswer(
        Protection ours,
        SecretCodes codes,
        TrustAnchors anchors,
        List<SignedCertificate> pinned,
        Optional<X500Name> authority) {

    private static final int MOST_CERTIFICATES = 20;

    BelieveAnswer {
        pinned = List.copyOf(pinned);
    }

    Heard hear(Question question, byte[] answer, Instant now) {
        CmpMessage message;
        List<SignedCertificate> along;
        try {
            message = CmpMessage.parse(answer);
            along = along(message);
        } catch (MalformedDerException e) {
            return new Heard.InDoubt("the answer is no message of CMP: " + e.getMessage(), answer);
        }
        if (!isProtected(message, along, now)) {
            return new Heard.InDoubt(
                    "nothing proves that the answer is the authority's; look at the secret, or at the"
                            + " certificates that are trusted"
                            + claim(message),
                    answer);
        }
        if (!MessageDigest.isEqual(question.transaction(), message.transaction())) {
            return new Heard.InDoubt(
                    "the answer is of another transaction" + claim(message), answer);
        }
        if (!MessageDigest.isEqual(question.nonce(), message.recipientNonce())) {
            return new Heard.InDoubt("the answer is to another message" + claim(message), answer);
        }
        return new Heard.Believed(
                answer,
                message.body(),
                message.senderNonce(),
                along,
                message.asksFor(CMPObjectIdentifiers.it_implicitConfirm));
    }

    private static List<SignedCertificate> along(CmpMessage message) throws MalformedDerException {
        List<SignedCertificate> read = new ArrayList<>();
        for (CMPCertificate each : message.certificates()) {
            if (each.isX509v3PKCert() && read.size() < MOST_CERTIFICATES) {
                read.add(SignedCertificate.parse(Der.encode(each.getX509v3PKCert())));
            }
        }
        return read;
    }

    private boolean isProtected(CmpMessage message, List<SignedCertificate> along, Instant now) {
        AlgorithmIdentifier algorithm = message.protectionAlgorithm();
        if (algorithm == null || message.protection().length == 0) {
            return false;
        }
        if (codes.knows(algorithm)) {
            return ours instanceof Protection.BySecret secret
                    && codes.matches(
                            algorithm,
                            secret.secret(),
                            message.protectedPart(),
                            message.protection());
        }
        List<SignedCertificate> signers = new ArrayList<>(pinned);
        along.stream().limit(1).filter(each -> maySpeak(each, along, now)).forEach(signers::add);
        return signers.stream().anyMatch(signer -> isSigned(message, algorithm, signer));
    }

    private static boolean isSigned(
            CmpMessage message, AlgorithmIdentifier algorithm, SignedCertificate signer) {
        try {
            return Signatures.verify(
                    signer.tbs().verificationKey(),
                    algorithm,
                    message.protectedPart(),
                    message.protection());
        } catch (MalformedKeyException e) {
            return false;
        }
    }

    private boolean maySpeak(SignedCertificate signer, List<SignedCertificate> along, Instant now) {
        if (!TrustAnchors.isValid(signer, now)) {
            return false;
        }
        if (TrustAnchors.isAuthority(signer)) {
            return anchors.anchors().contains(signer)
                    || anchors.path(signer, along, now).isPresent();
        }
        return isThereForIt(signer) && anchors.path(signer, along, now).isPresent();
    }

    private boolean isThereForIt(SignedCertificate signer) {
        try {
            boolean signs =
                    TrustAnchors.usage(signer)
                            .map(usage -> usage.hasUsages(KeyUsage.digitalSignature))
                            .orElse(true);
            return signs
                    && (authority.filter(signer.tbs().subject()::equals).isPresent()
                            || speaksForAuthorities(signer));
        } catch (MalformedDerException e) {
            return false;
        }
    }

    private static boolean speaksForAuthorities(SignedCertificate signer)
            throws MalformedDerException {
        Optional<Extension> purposes = signer.tbs().extension(Extension.extendedKeyUsage);
        return purposes.isPresent()
                && Der.interpret(
                        () ->
                                ExtendedKeyUsage.getInstance(purposes.get().getParsedValue())
                                        .hasKeyPurposeId(KeyPurposeId.id_kp_cmcCA));
    }

    /** What a message says that is not believed often tells the operator what to mend. */
    private static String claim(CmpMessage message) {
        if (message.body().getType() != PKIBody.TYPE_ERROR) {
            return "";
        }
        try {
            ASN1Encodable content = message.body().getContent();
            return Der.interpret(
                    () ->
                            " (it claims: "
                                    + Words.of(
                                            ErrorMsgContent.getInstance(content).getPKIStatusInfo())
                                    + ")");
        } catch (MalformedDerException e) {
            return "";
        }
    }
}
