package org.yinxin.hall.application;

import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.MalformedKeyException;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.key.Signatures;

/**
 * Takes the proof that a key is at hand. The key counts and not what was selected: where the inserted one has another
 * certificate, the case becomes one about that certificate, but only after the subscriber was told and has accepted. A
 * challenge is answered once, rightly or not; being told of another key does not use it up.
 *
 * <p>Refuses: somebody else's application; one that has ended; a gate at which no key is to be proved now; a challenge that
 * is over; a certificate about which the business may not be done, in the words of {@link CertificateEligibility}; a wrong
 * signature; another key that was not accepted, or that has an open case, or comes too late for what was done already.
 */
@Component
public class ProveKey {

    private final Desk desk;
    private final OldCertificates certificates;
    private final CertificateEligibility eligibility;
    private final KeyChallenges challenges;
    private final MoveCase moveCase;
    private final EarlierAnswers earlierAnswers;
    private final GateKeeper gateKeeper;
    private final Views views;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    ProveKey(
            Desk desk,
            OldCertificates certificates,
            CertificateEligibility eligibility,
            KeyChallenges challenges,
            MoveCase moveCase,
            EarlierAnswers earlierAnswers,
            GateKeeper gateKeeper,
            Views views,
            AuditTrail audit,
            PlatformTransactionManager transactions) {
        this.desk = desk;
        this.certificates = certificates;
        this.eligibility = eligibility;
        this.challenges = challenges;
        this.moveCase = moveCase;
        this.earlierAnswers = earlierAnswers;
        this.gateKeeper = gateKeeper;
        this.views = views;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The authority is asked first, outside of the transaction. */
    public Outcome<ApplicationView> prove(
            Actor.Subscriber actor, CaseNumber number, GateCode gate, KeyAnswer answer) {
        Optional<OldCertificate> inserted = certificates.find(answer.certificate());
        return transaction.execute(
                _ ->
                        desk.change(actor, number)
                                .flatMap(
                                        application ->
                                                prove(actor, application, gate, inserted, answer)));
    }

    private Outcome<ApplicationView> prove(
            Actor.Subscriber actor,
            Application application,
            GateCode gate,
            Optional<OldCertificate> inserted,
            KeyAnswer answer) {
        Optional<About> wanted = AskKeyProof.wanted(application, gate);
        if (wanted.isEmpty()) {
            return Outcome.refused(ApplicationError.NO_KEY_WANTED);
        }
        Instant now = gateKeeper.now();
        Optional<KeyChallenge> challenge =
                challenges.find(application.number(), gate).filter(it -> it.open(now));
        if (challenge.isEmpty()) {
            return Outcome.refused(ApplicationError.CHALLENGE_OVER);
        }
        if (inserted.isEmpty()) {
            return Outcome.refused(ApplicationError.NO_SUCH_CERTIFICATE);
        }
        OldCertificate key = inserted.get();
        byte[] toSign = challenges.text(application.number(), gate, challenge.get().seed());
        if (!signs(key, toSign, answer.signature())) {
            challenges.use(application.number(), gate, now);
            return Outcome.refused(ApplicationError.KEY_PROOF_WRONG);
        }
        Optional<Refusal> ineligible =
                eligibility.atOpening(
                        actor.account(), application.plan(), application.business(), key, now);
        if (ineligible.isPresent()) {
            return Outcome.refused(ineligible.get());
        }
        if (key.about().pair().equals(wanted.get().pair())) {
            return Outcome.done(proved(actor, application, gate, key));
        }
        if (!answer.accepted()) {
            return Outcome.refused(
                    new Refusal(
                            ApplicationError.ANOTHER_KEY,
                            List.of(),
                            List.of(key.about().serial(), key.about().lastDay().toString())));
        }
        return moveCase.move(actor, application, key, answer)
                .map(moved -> proved(actor, moved, gate, key));
    }

    private ApplicationView proved(
            Actor.Subscriber actor, Application application, GateCode gate, OldCertificate key) {
        challenges.use(application.number(), gate, gateKeeper.now());
        earlierAnswers.fillInOnce(application, key.sign().holder().equals(actor.account()));
        String serial = key.about().serial();
        audit.record(
                actor,
                "application.key-proved",
                application.subject(),
                Map.of("gate", gate.text(), "certificate", serial));
        return views.of(gateKeeper.pass(application, gate, actor, "serial:" + serial));
    }

    private static boolean signs(OldCertificate key, byte[] toSign, byte[] signature) {
        try {
            PublicKey publicKey =
                    PublicKeys.decode(SignedCertificate.parse(key.sign().der()).tbs().publicKey());
            return Signatures.verify(
                    publicKey, KeyAlgorithm.SM2.signatureAlgorithm(), toSign, signature);
        } catch (MalformedDerException | MalformedKeyException e) {
            throw new IllegalStateException("the ledger holds a broken certificate", e);
        }
    }
}
