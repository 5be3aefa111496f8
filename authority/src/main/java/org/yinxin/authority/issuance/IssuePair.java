package org.yinxin.authority.issuance;

import java.time.Duration;
import java.util.List;
import org.yinxin.authority.IssuanceOutcome;
import org.yinxin.authority.IssuanceOutcome.Issued;
import org.yinxin.authority.IssuanceOutcome.Refused;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.authority.PairOrder;
import org.yinxin.authority.PairOrderId;
import org.yinxin.authority.issuance.AdmitOrder.Admission;
import org.yinxin.authority.issuance.RecordIntent.Recording;
import org.yinxin.authority.key.AuthorityKeys;
import org.yinxin.authority.key.KeyPurpose;
import org.yinxin.authority.lint.Finding;
import org.yinxin.authority.lint.Lint;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.certificate.TbsCertificate;
import org.yinxin.pki.key.SigningKey;

/**
 * Issues the pair of an order, in the steps of {@code docs/issuance-cycle.md}.
 *
 * <p>Refuses what {@link AdmitOrder}, {@link RecordIntent} and {@link Lint} refuse, and an order that another call is
 * working on for longer than this one cares to wait. When it throws, the attempt is left to {@link SweepIntents}.
 */
public final class IssuePair {

    private static final int LOOKS = 60;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final AdmitOrder admission;
    private final RecordIntent recordIntent;
    private final Lint lint;
    private final RefuseIntent refuseIntent;
    private final AuthorityKeys keys;
    private final StorePair storePair;
    private final IssuedPairs pairs;
    private final Checkpoint checkpoint;

    IssuePair(
            AdmitOrder admission,
            RecordIntent recordIntent,
            Lint lint,
            RefuseIntent refuseIntent,
            AuthorityKeys keys,
            StorePair storePair,
            IssuedPairs pairs,
            Checkpoint checkpoint) {
        this.admission = admission;
        this.recordIntent = recordIntent;
        this.lint = lint;
        this.refuseIntent = refuseIntent;
        this.keys = keys;
        this.storePair = storePair;
        this.pairs = pairs;
        this.checkpoint = checkpoint;
    }

    public IssuanceOutcome issue(PairOrder order) {
        return switch (admission.admit(order)) {
            case Admission.NotAdmitted(Refused refusal) -> refusal;
            case Admission.Admitted(AdmittedOrder admitted) -> issue(admitted);
        };
    }

    private IssuanceOutcome issue(AdmittedOrder order) {
        checkpoint.reached(Step.ORDER_ADMITTED);
        for (int look = 0; look < LOOKS; look++) {
            switch (recordIntent.record(order)) {
                case Recording.Recorded(Intent intent) -> {
                    return issue(intent);
                }
                case Recording.Done() -> {
                    return issued(order.id());
                }
                case Recording.NotRecorded(Refused refusal) -> {
                    return refusal;
                }
                case Recording.UnderWay() -> pause();
            }
        }
        return inProgress();
    }

    private IssuanceOutcome issue(Intent intent) {
        checkpoint.reached(Step.INTENT_COMMITTED);
        AdmittedOrder order = intent.order();
        List<Finding> findings = lint.check(order.id(), intent.pair(), order.authority());
        if (!findings.isEmpty()) {
            refuseIntent.refuse(intent, findings);
            Finding first = findings.getFirst();
            return new Refused(first.refusal(), first.toString());
        }
        checkpoint.reached(Step.LINTED);
        SigningKey key = keys.open(order.authority().key(), KeyPurpose.SIGN_CERTIFICATES);
        SignedCertificate signing = SignedCertificate.sign(intent.pair().signing(), key);
        checkpoint.reached(Step.SIGNING_CERTIFICATE_SIGNED);
        SignedCertificate encryption = SignedCertificate.sign(intent.pair().encryption(), key);
        checkpoint.reached(Step.ENCRYPTION_CERTIFICATE_SIGNED);
        requireSigned(intent, intent.pair().signing(), signing);
        requireSigned(intent, intent.pair().encryption(), encryption);
        checkpoint.reached(Step.COMPARED);
        if (!storePair.store(intent, signing, encryption)) {
            return inProgress();
        }
        checkpoint.reached(Step.PAIR_COMMITTED);
        return issued(order.id());
    }

    private static void requireSigned(
            Intent intent, TbsCertificate intended, SignedCertificate signed) {
        if (!signed.tbs().equals(intended)
                || !signed.isSignedBy(intent.order().authority().verificationKey())) {
            throw new IllegalStateException("the signature does not cover what was intended");
        }
    }

    private IssuanceOutcome issued(PairOrderId id) {
        return new Issued(pairs.find(id).orElseThrow());
    }

    private static IssuanceOutcome inProgress() {
        return new Refused(
                IssuanceRefusal.IN_PROGRESS,
                "the order is being worked on, or was cut off and is not swept yet");
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while another call works on the order", e);
        }
    }
}
