package org.yinxin.custody;

import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yinxin.pki.envelope.KeyEnvelope;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.PublicKeys;

/**
 * The guard of both ways out of escrow that are not the ordinary one: one custodian asks, another approves within a day, and
 * the key is then sealed once by one of the two, for the recipient that was asked for. All of it is in the journal, refusals too.
 */
final class TwoCustodians {

    static final Duration LIFETIME = Duration.ofHours(24);

    private final Means means;
    private final GuardedAct act;
    private final GuardedReleases requests;
    private final SealKey sealKey;

    TwoCustodians(Means means, GuardedAct act) {
        this.means = means;
        this.act = act;
        this.requests = new GuardedReleases(means.jdbc());
        this.sealKey = new SealKey(means);
    }

    Optional<GuardedRelease> find(GuardedReleaseId id) {
        return requests.find(act, id);
    }

    List<GuardedRelease> open() {
        return requests.open(act, means.clock().instant());
    }

    /** Records what the caller refused, in the history of the key. */
    void recordRefusal(Custodian custodian, EscrowId escrow, String reason) {
        means.transactions()
                .executeWithoutResult(_ -> recordRefusal(custodian, subject(escrow), reason));
    }

    GuardedOutcome<GuardedReleaseId> refuseAsking(
            Custodian custodian, EscrowId escrow, GuardedRefusal reason) {
        return means.inTransaction(_ -> refused(custodian, subject(escrow), reason));
    }

    GuardedOutcome<GuardedReleaseId> ask(
            Custodian custodian, EscrowId escrow, Ground ground, Recipient recipient) {
        Optional<GuardedRefusal> refusal = refusesAsking(escrow, recipient.key());
        if (refusal.isPresent()) {
            return refuseAsking(custodian, escrow, refusal.get());
        }
        Instant now = means.clock().instant();
        GuardedRelease asked =
                new GuardedRelease(
                        new GuardedReleaseId(means.uuids().get()),
                        ground,
                        escrow,
                        recipient.key(),
                        recipient.certificate(),
                        custodian,
                        now,
                        now.plus(LIFETIME),
                        null,
                        null);
        means.transactions().executeWithoutResult(_ -> keep(asked));
        means.checkpoint().reached(Step.REQUEST_COMMITTED);
        return new GuardedOutcome.Done<>(asked.id());
    }

    private Optional<GuardedRefusal> refusesAsking(EscrowId escrow, PublicKey recipient) {
        if (!isSm2(recipient)) {
            return Optional.of(GuardedRefusal.UNSUITABLE_RECIPIENT);
        }
        Optional<EscrowedKey> key = means.keys().find(escrow);
        if (key.isEmpty()) {
            return Optional.of(GuardedRefusal.UNKNOWN_KEY);
        }
        return switch (act) {
            case RECOVERY -> refusesRecovery(key.get(), recipient);
            case JUDICIAL_EXPORT -> Optional.empty();
        };
    }

    private static Optional<GuardedRefusal> refusesRecovery(EscrowedKey key, PublicKey recipient) {
        if (key.releasedTo() == null) {
            return Optional.of(GuardedRefusal.NEVER_RELEASED);
        }
        return key.isBoundTo(recipient)
                ? Optional.of(GuardedRefusal.NOT_A_NEW_TOKEN)
                : Optional.empty();
    }

    private static boolean isSm2(PublicKey key) {
        try {
            return PublicKeys.algorithmOf(key) == KeyAlgorithm.SM2;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void keep(GuardedRelease asked) {
        requests.add(asked);
        Map<String, String> details = details(asked);
        details.putAll(GroundDetails.of(asked.ground()));
        means.record(
                asked.askedBy().toString(),
                act.label() + ".asked",
                act.subject(asked.id()),
                details);
        means.checkpoint().reached(Step.REQUEST_WRITTEN);
    }

    GuardedOutcome<GuardedRelease> approve(Custodian custodian, GuardedReleaseId id) {
        GuardedOutcome<GuardedRelease> outcome =
                means.inTransaction(_ -> approveLocked(custodian, id));
        means.checkpoint().reached(Step.APPROVAL_COMMITTED);
        return outcome;
    }

    private GuardedOutcome<GuardedRelease> approveLocked(Custodian custodian, GuardedReleaseId id) {
        Instant now = means.clock().instant();
        Optional<GuardedRelease> found = requests.findForUpdate(act, id);
        Optional<GuardedRefusal> refusal =
                found.isEmpty()
                        ? Optional.of(GuardedRefusal.UNKNOWN_REQUEST)
                        : found.get().refusesApproval(custodian, now);
        if (refusal.isPresent()) {
            return refused(custodian, act.subject(id), refusal.get());
        }
        requests.approve(id, custodian, now);
        means.record(
                custodian.toString(),
                act.label() + ".approved",
                act.subject(id),
                details(found.orElseThrow()));
        means.checkpoint().reached(Step.APPROVAL_WRITTEN);
        return new GuardedOutcome.Done<>(requests.find(act, id).orElseThrow());
    }

    GuardedOutcome<KeyEnvelope> release(
            Custodian custodian, GuardedReleaseId id, ReleaseForm form) {
        Optional<GuardedRelease> found = requests.find(act, id);
        Optional<GuardedRefusal> refusal = refusesRelease(custodian, found, form);
        if (refusal.isPresent()) {
            return means.inTransaction(_ -> refused(custodian, act.subject(id), refusal.get()));
        }
        GuardedRelease request = found.orElseThrow();
        EscrowedKey key = key(request);
        KeyEnvelope envelope = sealKey.seal(key, request.recipient(), form);
        means.checkpoint().reached(Step.HANDOUT_SEALED);
        GuardedOutcome<KeyEnvelope> outcome =
                means.inTransaction(_ -> spend(custodian, request, form, envelope));
        means.checkpoint().reached(Step.HANDOUT_COMMITTED);
        return outcome;
    }

    private Optional<GuardedRefusal> refusesRelease(
            Custodian custodian, Optional<GuardedRelease> request, ReleaseForm form) {
        if (request.isEmpty()) {
            return Optional.of(GuardedRefusal.UNKNOWN_REQUEST);
        }
        return request.get()
                .refusesRelease(custodian, means.clock().instant())
                .or(
                        () ->
                                sealKey.offers(form, request.get().recipient())
                                        ? Optional.empty()
                                        : Optional.of(GuardedRefusal.FORM_UNAVAILABLE))
                .or(
                        () ->
                                means.wrapping().opens(key(request.get()).wrapped())
                                        ? Optional.empty()
                                        : Optional.of(GuardedRefusal.WRAPPING_KEY_MISSING));
    }

    private EscrowedKey key(GuardedRelease request) {
        return means.keys()
                .find(request.escrow())
                .orElseThrow(() -> new UnknownEscrowException(request.escrow()));
    }

    // Looked at again under the lock: of two that sealed the key on one approval, one throws its
    // envelope away.
    private GuardedOutcome<KeyEnvelope> spend(
            Custodian custodian, GuardedRelease asked, ReleaseForm form, KeyEnvelope envelope) {
        Instant now = means.clock().instant();
        GuardedRelease request = requests.findForUpdate(act, asked.id()).orElseThrow();
        Optional<GuardedRefusal> refusal = request.refusesRelease(custodian, now);
        if (refusal.isPresent()) {
            return refused(custodian, act.subject(asked.id()), refusal.get());
        }
        requests.markReleased(request.id(), now);
        Map<String, String> details = details(request);
        details.put("form", form.label());
        details.put("askedBy", request.askedBy().name());
        details.put("approvedBy", Objects.requireNonNull(request.approvedBy()).name());
        String actor = custodian.toString();
        means.record(actor, act.label() + ".released", act.subject(request.id()), details);
        details.put("request", act.subject(request.id()));
        means.record(actor, act.keyAction(), subject(request.escrow()), details);
        means.checkpoint().reached(Step.HANDOUT_WRITTEN);
        return new GuardedOutcome.Done<>(envelope);
    }

    private static Map<String, String> details(GuardedRelease request) {
        Map<String, String> details = new HashMap<>();
        details.put("escrow", request.escrow().toString());
        details.put("recipientSm3", Means.fingerprint(request.recipient()));
        return details;
    }

    private static String subject(EscrowId escrow) {
        return "escrow:" + escrow;
    }

    /** Records a refusal in the transaction of the caller. */
    private <T> GuardedOutcome<T> refused(
            Custodian custodian, String subject, GuardedRefusal reason) {
        recordRefusal(custodian, subject, reason.name());
        return new GuardedOutcome.Refused<>(reason);
    }

    private void recordRefusal(Custodian custodian, String subject, String reason) {
        means.record(
                custodian.toString(), act.label() + ".refused", subject, Map.of("reason", reason));
    }
}
