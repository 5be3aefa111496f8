package org.yinxin.hall.token;

import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.certificate.CertificateLedger;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.subscriber.LostCases;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.MalformedKeyException;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.key.Signatures;

/**
 * Notes that the unlocked key works: it has signed the text that came with the grant. Confirmed again, it is as confirmed
 * once.
 *
 * <p>Refusals: {@link TokenError#NO_SUCH_UNLOCKING}, {@link TokenError#NOT_GRANTED} when no question was answered, {@link
 * TokenError#PROOF_WRONG}.
 */
@Component
public class ConfirmUnlocking {

    private final Unlockings unlockings;
    private final LostCases lostCases;
    private final CertificateLedger ledger;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConfirmUnlocking(
            Unlockings unlockings,
            LostCases lostCases,
            CertificateLedger ledger,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.unlockings = unlockings;
        this.lostCases = lostCases;
        this.ledger = ledger;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public Outcome<CaseNumber> confirm(
            Actor.Subscriber actor, CaseNumber number, byte[] signature) {
        Optional<Unlocking> found =
                unlockings
                        .lock(number)
                        .filter(
                                one ->
                                        one.holder().equals(actor.account())
                                                && !lostCases.lost(actor.account(), number));
        if (found.isEmpty()) {
            return Outcome.refused(TokenError.NO_SUCH_UNLOCKING);
        }
        if (found.get().doneAt() != null) {
            return Outcome.done(number);
        }
        byte[] nonce = found.get().nonce();
        if (nonce == null) {
            return Outcome.refused(TokenError.NOT_GRANTED);
        }
        byte[] der = ledger.pair(found.get().pair()).getFirst().der();
        if (!signed(der, AnswerToken.toSign(number, nonce), signature)) {
            return Outcome.refused(TokenError.PROOF_WRONG);
        }
        unlockings.done(number, clock.instant());
        audit.record(actor, "token.unlocked", "application:" + number);
        events.publishEvent(new TokenUnlocked(number, actor));
        return Outcome.done(number);
    }

    private static boolean signed(byte[] der, byte[] text, byte[] signature) {
        try {
            return Signatures.verify(
                    PublicKeys.decode(SignedCertificate.parse(der).tbs().publicKey()),
                    KeyAlgorithm.SM2.signatureAlgorithm(),
                    text,
                    signature);
        } catch (MalformedDerException | MalformedKeyException e) {
            throw new IllegalStateException("the ledger holds a broken certificate", e);
        }
    }
}
