package org.yinxin.hall.issuance;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.bouncycastle.util.Arrays;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.authority.IssuedPair;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.certificate.CertificateLedger;
import org.yinxin.hall.certificate.CertificateUse;
import org.yinxin.hall.certificate.LedgerEntry;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.key.Sm2Encryption;
import org.yinxin.pki.key.Sm3;

/** The last step: writes down what the authority and the key management centre answered, once. */
@Component
class RecordIssuance {

    private static final int SECRET_BYTES = 32;

    private final Issuances issuances;
    private final CertificateLedger ledger;
    private final AuditTrail audit;
    private final SecureRandom random;
    private final Clock clock;

    RecordIssuance(
            Issuances issuances,
            CertificateLedger ledger,
            AuditTrail audit,
            SecureRandom random,
            Clock clock) {
        this.issuances = issuances;
        this.ledger = ledger;
        this.audit = audit;
        this.random = random;
        this.clock = clock;
    }

    /** Enters the pair in the ledger and draws the challenge; somebody else may have done so meanwhile. */
    @Transactional
    public Handover issued(
            Actor actor, UUID id, IssuedPair pair, byte[] envelope, PublicKey encryptionKey) {
        Issuance issuance = issuances.findForUpdate(id).orElseThrow();
        return switch (issuance.state()) {
            case IssuanceState.Issued(Handover handover) -> handover;
            case IssuanceState.Installed(Handover handover) -> handover;
            case IssuanceState.Refused _ ->
                    throw new IllegalStateException(
                            "order " + id + " was refused before and issued now");
            case IssuanceState.Intended _ -> {
                Instant now = clock.instant();
                Handover handover = handover(id, pair, envelope, encryptionKey);
                ledger.enter(
                        entry(issuance, CertificateUse.SIGN, pair, now),
                        entry(issuance, CertificateUse.ENCRYPT, pair, now));
                issuances.markIssued(id, handover, now);
                audit.record(
                        actor,
                        "certificate.issued",
                        "application:" + issuance.order().caseNumber(),
                        Map.of(
                                "issuance", id.toString(),
                                "authority", pair.authority().value(),
                                "signSerial", pair.signSerial().hex(),
                                "encryptionSerial", pair.encryptionSerial().hex()));
                yield handover;
            }
        };
    }

    /** Closes the order, so that the case can be ordered anew. */
    @Transactional
    public void refused(Actor actor, UUID id, IssuanceError reason, String detail) {
        Issuance issuance = issuances.findForUpdate(id).orElseThrow();
        if (issuance.state() instanceof IssuanceState.Intended) {
            issuances.markRefused(id, reason);
            audit.record(
                    actor,
                    "issuance.refused",
                    "application:" + issuance.order().caseNumber(),
                    Map.of(
                            "issuance", id.toString(),
                            "reason", reason.name(),
                            "detail", detail));
        }
    }

    /** The text to be signed says what it is for, so that the signature is good for nothing else. */
    private Handover handover(UUID id, IssuedPair pair, byte[] envelope, PublicKey encryptionKey) {
        byte[] nonce = new byte[SECRET_BYTES];
        random.nextBytes(nonce);
        byte[] purpose =
                ("Yinxin proof of installation " + id + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new Handover(
                pair.chain(),
                envelope,
                Arrays.concatenate(purpose, nonce),
                Sm2Encryption.encrypt(encryptionKey, secret, random),
                Sm3.digest(secret));
    }

    private static LedgerEntry entry(
            Issuance issuance, CertificateUse use, IssuedPair pair, Instant now) {
        IssuanceOrder order = issuance.order();
        boolean sign = use == CertificateUse.SIGN;
        SerialNumber serial = sign ? pair.signSerial() : pair.encryptionSerial();
        return new LedgerEntry(
                serial,
                pair.authority(),
                use,
                order.id(),
                order.caseNumber(),
                order.holder(),
                order.subject().organisation(),
                order.subject().commonName(),
                order.subject().organisationCode(),
                issuance.notBefore(),
                issuance.notAfter(),
                sign ? pair.signCertificate() : pair.encryptionCertificate(),
                now,
                null);
    }
}
