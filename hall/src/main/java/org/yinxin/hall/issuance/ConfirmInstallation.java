package org.yinxin.hall.issuance;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.certificate.CertificateLedger;
import org.yinxin.hall.certificate.LedgerEntry;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.outcome.Violation;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.Signatures;
import org.yinxin.pki.key.Sm3;
import org.yinxin.pki.request.ParsedRequest;
import org.yinxin.pki.request.SigningRequest;
import org.yinxin.pki.request.SigningRequests;

/**
 * Takes the proof that both keys of a pair work where they were installed: a signature over the challenge, and what was
 * inside its cipher text. Only both together count. Confirmed again, it answers the same and nothing happens twice.
 *
 * <p>Refusals: {@link IssuanceError#NO_SUCH_ORDER}, also for anybody but the holder and producers; {@link
 * IssuanceError#NOT_ISSUED}; {@link IssuanceError#PROOF_WRONG}, with a violation for each wrong half.
 */
@Component
public class ConfirmInstallation {

    private final Issuances issuances;
    private final CertificateLedger ledger;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConfirmInstallation(
            Issuances issuances,
            CertificateLedger ledger,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.issuances = issuances;
        this.ledger = ledger;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Publishes {@link CertificatesInstalled} the first time.
     *
     * @param signature over the whole challenge, SM3withSM2 with the default user ID, DER
     * @param decrypted what was inside the challenge's cipher text
     */
    @Transactional
    public Outcome<CertificatesInstalled> confirm(
            Actor actor, UUID order, byte[] signature, byte[] decrypted) {
        return issuances
                .findForUpdate(order)
                .filter(issuance -> Issuance.mayProduce(actor, issuance.order().holder()))
                .map(issuance -> confirm(actor, issuance, signature, decrypted))
                .orElseGet(() -> Outcome.refused(IssuanceError.NO_SUCH_ORDER));
    }

    private Outcome<CertificatesInstalled> confirm(
            Actor actor, Issuance issuance, byte[] signature, byte[] decrypted) {
        return switch (issuance.state()) {
            case IssuanceState.Intended _ -> Outcome.refused(IssuanceError.NOT_ISSUED);
            case IssuanceState.Refused _ -> Outcome.refused(IssuanceError.NOT_ISSUED);
            case IssuanceState.Issued(Handover handover) ->
                    proved(issuance, handover, signature, decrypted)
                            .map(_ -> installed(actor, issuance));
            case IssuanceState.Installed(Handover handover) ->
                    proved(issuance, handover, signature, decrypted)
                            .map(_ -> fact(actor, issuance, clock.instant()));
        };
    }

    private static Outcome<Issuance> proved(
            Issuance issuance, Handover handover, byte[] signature, byte[] decrypted) {
        List<Violation> wrong = new ArrayList<>();
        if (!signs(issuance, handover, signature)) {
            wrong.add(new Violation("signature", "issuance.proof.signature"));
        }
        if (!MessageDigest.isEqual(Sm3.digest(decrypted), handover.decryptedSm3())) {
            wrong.add(new Violation("decrypted", "issuance.proof.decrypted"));
        }
        return wrong.isEmpty()
                ? Outcome.done(issuance)
                : Outcome.refused(new Refusal(IssuanceError.PROOF_WRONG, wrong));
    }

    private static boolean signs(Issuance issuance, Handover handover, byte[] signature) {
        return switch (SigningRequests.parse(issuance.order().signingRequest())) {
            case ParsedRequest.Accepted(SigningRequest request) ->
                    Signatures.verify(
                            request.publicKey(),
                            KeyAlgorithm.SM2.signatureAlgorithm(),
                            handover.toSign(),
                            signature);
            case ParsedRequest.Rejected _ ->
                    throw new IllegalStateException("the stored request is no longer good");
        };
    }

    private CertificatesInstalled installed(Actor actor, Issuance issuance) {
        Instant now = clock.instant();
        UUID id = issuance.order().id();
        issuances.markInstalled(id, now);
        ledger.markInstalled(id, now);
        CertificatesInstalled fact = fact(actor, issuance, now);
        audit.record(
                actor,
                "certificate.installed",
                "application:" + fact.caseNumber(),
                Map.of(
                        "issuance", id.toString(),
                        "signSerial", fact.signSerial().hex(),
                        "encryptionSerial", fact.encryptionSerial().hex()));
        events.publishEvent(fact);
        return fact;
    }

    private CertificatesInstalled fact(Actor actor, Issuance issuance, Instant now) {
        List<LedgerEntry> pair = ledger.pair(issuance.order().id());
        Instant recorded = pair.getFirst().installedAt();
        return new CertificatesInstalled(
                issuance.order().id(),
                issuance.order().caseNumber(),
                actor,
                pair.getFirst().serial(),
                pair.getLast().serial(),
                recorded == null ? now : recorded);
    }
}
