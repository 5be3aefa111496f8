package org.yinxin.authority.issuance;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yinxin.authority.IssuanceOutcome.Refused;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.issuance.RecordIntent.Recording;
import org.yinxin.authority.key.AuthorityKeys;
import org.yinxin.authority.key.KeyPurpose;
import org.yinxin.authority.key.KeyStoreUnavailableException;
import org.yinxin.authority.lint.Finding;
import org.yinxin.authority.lint.Lint;
import org.yinxin.authority.profile.CertificateUse;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.certificate.TbsCertificate;
import org.yinxin.pki.key.SigningKey;

/**
 * Takes an admitted order through the steps of {@code docs/issuance-cycle.md}, whatever it orders.
 *
 * <p>Refuses what {@link RecordIntent} and {@link Lint} refuse, an order that another call is working on for longer
 * than this one cares to wait, and one that nobody signs because the key's device does not answer. When it throws, the attempt is left to {@link SweepIntents}.
 */
final class RunOrder {

    private static final int LOOKS = 60;
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** What came of it. */
    sealed interface Run {
        /** What was ordered is stored, as it is here. */
        record Stored(
                CertificationAuthority authority,
                Map<CertificateUse, SignedCertificate> certificates)
                implements Run {}

        /** What was ordered was stored before. */
        record StoredBefore() implements Run {}

        /** The authority was given a new key meanwhile: the order is to be admitted anew. */
        record Superseded() implements Run {}

        record NotStored(Refused refusal) implements Run {}
    }

    private final DraftIntent draftIntent;
    private final RecordIntent recordIntent;
    private final Lint lint;
    private final RefuseIntent refuseIntent;
    private final AuthorityKeys keys;
    private final StoreIssued storeIssued;
    private final Checkpoint checkpoint;

    RunOrder(
            DraftIntent draftIntent,
            RecordIntent recordIntent,
            Lint lint,
            RefuseIntent refuseIntent,
            AuthorityKeys keys,
            StoreIssued storeIssued,
            Checkpoint checkpoint) {
        this.draftIntent = draftIntent;
        this.recordIntent = recordIntent;
        this.lint = lint;
        this.refuseIntent = refuseIntent;
        this.keys = keys;
        this.storeIssued = storeIssued;
        this.checkpoint = checkpoint;
    }

    Run run(AdmittedOrder order) {
        checkpoint.reached(Step.ORDER_ADMITTED);
        Draft draft = draftIntent.draft(order);
        for (int look = 0; look < LOOKS; look++) {
            switch (look == 0 ? recordIntent.record(draft) : recordIntent.recordAgain(draft)) {
                case Recording.Recorded(Intent intent) -> {
                    return run(intent);
                }
                case Recording.Done() -> {
                    return new Run.StoredBefore();
                }
                case Recording.Superseded() -> {
                    return new Run.Superseded();
                }
                case Recording.NotRecorded(Refused refusal) -> {
                    return new Run.NotStored(refusal);
                }
                case Recording.UnderWay() -> pause();
            }
        }
        return inProgress();
    }

    private Run run(Intent intent) {
        checkpoint.reached(Step.INTENT_COMMITTED);
        AdmittedOrder order = intent.order();
        List<Finding> findings = lint.check(order.id(), intent.intended(), order.authority());
        if (!findings.isEmpty()) {
            refuseIntent.refuse(intent, findings);
            Finding first = findings.getFirst();
            return new Run.NotStored(new Refused(first.refusal(), first.toString()));
        }
        checkpoint.reached(Step.LINTED);
        Map<CertificateUse, SignedCertificate> signed;
        try {
            signed = sign(intent);
        } catch (KeyStoreUnavailableException e) {
            // One of two may have been signed: the attempt is left to the sweeper.
            return new Run.NotStored(
                    new Refused(IssuanceRefusal.UNREACHABLE, String.valueOf(e.getMessage())));
        }
        signed.forEach((use, one) -> requireSigned(intent, use, one));
        checkpoint.reached(Step.COMPARED);
        if (!storeIssued.store(intent, signed)) {
            return inProgress();
        }
        checkpoint.reached(Step.COMMITTED);
        return new Run.Stored(intent.order().authority(), signed);
    }

    private Map<CertificateUse, SignedCertificate> sign(Intent intent) {
        SigningKey key = keys.open(intent.order().authority().key(), KeyPurpose.SIGN_CERTIFICATES);
        Map<CertificateUse, SignedCertificate> signed = new EnumMap<>(CertificateUse.class);
        intent.intended()
                .parts()
                .forEach(
                        (use, tbs) -> {
                            signed.put(use, SignedCertificate.sign(tbs, key));
                            checkpoint.reached(Step.signed(use));
                        });
        return signed;
    }

    private static void requireSigned(
            Intent intent, CertificateUse use, SignedCertificate certificate) {
        TbsCertificate intended = Objects.requireNonNull(intent.intended().parts().get(use));
        if (!certificate.tbs().equals(intended)
                || !certificate.isSignedBy(intent.order().authority().verificationKey())) {
            throw new IllegalStateException("the signature does not cover what was intended");
        }
    }

    private static Run inProgress() {
        return new Run.NotStored(
                new Refused(
                        IssuanceRefusal.IN_PROGRESS,
                        "the order is being worked on, or was cut off and is not swept yet"));
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
