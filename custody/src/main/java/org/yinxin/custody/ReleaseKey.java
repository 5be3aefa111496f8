package org.yinxin.custody;

import java.security.PublicKey;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.TransactionStatus;
import org.yinxin.custody.EscrowedKeys.Binding;
import org.yinxin.pki.envelope.KeyEnvelope;
import org.yinxin.pki.key.Sm3;
import org.yinxin.store.commit.GroupCommit;
import org.yinxin.store.journal.JournalEntry;

/**
 * Seals an escrowed key for its subscriber and binds it to that signing key. Releases that come at about the same time share
 * their transactions.
 */
final class ReleaseKey {

    /** What is to be bound and told. */
    private record Release(Binding binding, ReleaseForm form) {}

    private static final int MOST_TOGETHER = 32;

    private final Means means;
    private final EscrowedKeys keys;
    private final SealKey sealKey;
    private final GroupCommit<EscrowId, Optional<EscrowedKey>> finding =
            new GroupCommit<>(MOST_TOGETHER, this::find);
    private final GroupCommit<Release, Boolean> binding =
            new GroupCommit<>(MOST_TOGETHER, this::bind);

    ReleaseKey(Means means) {
        this.means = means;
        this.keys = means.keys();
        this.sealKey = new SealKey(means);
    }

    KeyEnvelope release(EscrowId id, PublicKey recipient, ReleaseForm form) {
        EscrowedKey key = finding.ask(id).orElseThrow(() -> new UnknownEscrowException(id));
        byte[] to = Sm3.digest(recipient.getEncoded());
        if (key.isBoundToAnother(to)) {
            throw new ReleaseRefusedException(id);
        }
        KeyEnvelope envelope = sealKey.seal(key, recipient, form);
        means.checkpoint().reached(Step.ENVELOPE_SEALED);
        if (!binding.ask(new Release(new Binding(id, to), form))) {
            throw new ReleaseRefusedException(id);
        }
        means.checkpoint().reached(Step.RELEASE_COMMITTED);
        return envelope;
    }

    private Optional<List<Optional<EscrowedKey>>> find(List<EscrowId> ids) {
        Map<EscrowId, EscrowedKey> found = keys.find(ids);
        return Optional.of(ids.stream().map(id -> Optional.ofNullable(found.get(id))).toList());
    }

    private Optional<List<Boolean>> bind(List<Release> releases) {
        return Objects.requireNonNull(
                means.transactions().execute(status -> bind(releases, status)));
    }

    private Optional<List<Boolean>> bind(List<Release> releases, TransactionStatus status) {
        List<Binding> bindings = releases.stream().map(Release::binding).toList();
        if (keys.markReleased(bindings, means.clock().instant()) != releases.size()) {
            if (releases.size() > 1) {
                status.setRollbackOnly();
                return Optional.empty();
            }
            if (isAnothers(bindings.getFirst())) {
                return Optional.of(List.of(false));
            }
        }
        means.journal().record(releases.stream().map(this::fact).toList());
        means.checkpoint().reached(Step.RELEASE_WRITTEN);
        return Optional.of(releases.stream().map(_ -> true).toList());
    }

    // Looked at again under the lock: another release may have bound the key while this one sealed
    // it.
    private boolean isAnothers(Binding binding) {
        return keys.findForUpdate(binding.id())
                .orElseThrow(() -> new UnknownEscrowException(binding.id()))
                .isBoundToAnother(binding.recipient());
    }

    private JournalEntry fact(Release release) {
        return means.fact(
                EscrowingCustody.ACTOR,
                "encryption-key.released",
                "escrow:" + release.binding().id(),
                Map.of(
                        "recipientSm3", HexFormat.of().formatHex(release.binding().recipient()),
                        "form", release.form().label()));
    }
}
