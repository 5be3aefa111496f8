package org.yinxin.authority.cmp;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.CertConfirmContent;
import org.bouncycastle.asn1.cmp.CertStatus;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIConfirmContent;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.IssuedCertificate;
import org.yinxin.authority.cmp.Transactions.Transaction;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.issuance.IssuedCertificates;
import org.yinxin.authority.machine.SettleCertificate;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.key.BouncyCastle;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.oid.ChineseOids;

/**
 * Answers certConf: the machine took its certificate, or does not want it, which revokes it. Saying the same twice is
 * answered the same.
 *
 * <p>Refuses: a transaction that is not the machine's or brought no certificate; a nonce that does not repeat ours; another
 * certificate's hash; and a confirmation that comes after the certificate was revoked for the lack of it.
 */
final class ConfirmCertificate {

    private final Transactions transactions;
    private final IssuedCertificates certificates;
    private final SettleCertificate settleCertificate;

    ConfirmCertificate(
            Transactions transactions,
            IssuedCertificates certificates,
            SettleCertificate settleCertificate) {
        this.transactions = transactions;
        this.certificates = certificates;
        this.settleCertificate = settleCertificate;
    }

    PKIBody confirm(CertificationAuthority authority, CmpMessage message, Sender.Proved sender) {
        CertStatus[] statuses;
        try {
            statuses =
                    Der.interpret(
                            () ->
                                    CertConfirmContent.getInstance(message.body().getContent())
                                            .toCertStatusArray());
        } catch (MalformedDerException e) {
            return Bodies.error(PKIFailureInfo.badDataFormat, "the confirmation cannot be read");
        }
        Optional<Transaction> transaction =
                transactions.find(authority.line(), message.transaction(), sender.machine().name());
        Optional<IssuedCertificate> issued =
                transaction.map(Transaction::order).flatMap(certificates::find);
        if (transaction.isEmpty() || issued.isEmpty() || statuses.length > 1) {
            return Bodies.error(
                    PKIFailureInfo.badRequest, "this transaction brought no such certificate");
        }
        if (!MessageDigest.isEqual(transaction.get().nonce(), message.recipientNonce())) {
            return Bodies.error(
                    PKIFailureInfo.badRecipientNonce, "the nonce does not repeat the last one");
        }
        // None at all says that none is wanted (RFC 9810, 5.3.18).
        boolean wanted = statuses.length == 1 && isAccepted(statuses[0]);
        if (statuses.length == 1 && !means(authority, statuses[0], issued.get())) {
            return Bodies.error(PKIFailureInfo.badCertId, "the hash is of another certificate");
        }
        boolean settled =
                wanted
                        ? settleCertificate.confirm(issued.get().id())
                        : settleCertificate.reject(issued.get().id());
        return settled
                ? new PKIBody(PKIBody.TYPE_CONFIRM, new PKIConfirmContent())
                : Bodies.error(
                        PKIFailureInfo.certRevoked,
                        "the certificate was revoked, as it was not confirmed in time");
    }

    private static boolean isAccepted(CertStatus status) {
        if (status.getStatusInfo() == null) {
            return true;
        }
        int said = status.getStatusInfo().getStatus().intValue();
        return said == PKIStatus.GRANTED || said == PKIStatus.GRANTED_WITH_MODS;
    }

    private static boolean means(
            CertificationAuthority authority, CertStatus status, IssuedCertificate issued) {
        String hash = hash(authority, status.getHashAlg());
        try {
            return hash != null
                    && MessageDigest.isEqual(
                            MessageDigest.getInstance(hash, BouncyCastle.PROVIDER)
                                    .digest(issued.certificate()),
                            status.getCertHash().getOctets());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Bouncy Castle knows " + hash, e);
        }
    }

    /** The hash of the certificate's own signature, unless another one is named (RFC 9810, 5.3.18). */
    private static @Nullable String hash(
            CertificationAuthority authority, @Nullable AlgorithmIdentifier named) {
        if (named == null) {
            KeyAlgorithm algorithm = PublicKeys.algorithmOf(authority.verificationKey());
            return switch (algorithm) {
                case SM2 -> "SM3";
                case P384 -> "SHA-384";
                case P256, RSA_2048, RSA_3072, RSA_4096 -> "SHA-256";
            };
        }
        ASN1ObjectIdentifier oid = named.getAlgorithm();
        return oid.equals(NISTObjectIdentifiers.id_sha256)
                ? "SHA-256"
                : oid.equals(NISTObjectIdentifiers.id_sha384)
                        ? "SHA-384"
                        : oid.equals(NISTObjectIdentifiers.id_sha512)
                                ? "SHA-512"
                                : oid.equals(ChineseOids.SM3) ? "SM3" : null;
    }
}
