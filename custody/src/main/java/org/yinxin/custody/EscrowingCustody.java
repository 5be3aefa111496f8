package org.yinxin.custody;

import java.security.KeyPair;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.yinxin.pki.envelope.KeyEnvelope;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.Sm3;

/**
 * Keys in escrow in the custody's own schema, each fact in the journal in the same transaction. Keys are made, wrapped and
 * sealed outside of transactions.
 */
final class EscrowingCustody implements Custody {

    private static final String ACTOR = "hall:issuance";

    private final Means means;
    private final EscrowedKeys keys;
    private final KeyPool pool;
    private final SealKey sealKey;

    EscrowingCustody(Means means) {
        this.means = means;
        this.keys = means.keys();
        this.pool = means.pool();
        this.sealKey = new SealKey(means);
    }

    @Override
    public PublicKey makeEncryptionKey(EscrowId id) {
        return keys.find(id).map(EscrowedKey::publicKey).orElseGet(() -> takeOrMake(id));
    }

    private PublicKey takeOrMake(EscrowId id) {
        Optional<PooledKey> pooled = pool.take(id);
        means.checkpoint().reached(Step.POOLED_KEY_TAKEN);
        KeyPair pair =
                pooled.map(
                                each ->
                                        means.wrapping()
                                                .unwrap(
                                                        each.id(),
                                                        each.publicKey(),
                                                        each.wrapped()))
                        .orElseGet(() -> KeyPairs.generate(KeyAlgorithm.SM2, means.random()));
        // Wrapped anew, because a wrapped key is tied to the id of its row.
        EscrowedKey key =
                new EscrowedKey(
                        id, pair.getPublic(), means.wrapping().wrap(id.value(), pair), null);
        means.checkpoint().reached(Step.KEY_WRAPPED);
        PublicKey kept = means.inTransaction(_ -> keep(key, pooled));
        means.checkpoint().reached(Step.KEY_COMMITTED);
        return kept;
    }

    private PublicKey keep(EscrowedKey key, Optional<PooledKey> pooled) {
        if (!keys.add(key, means.clock().instant())) {
            // Somebody was faster by a moment; theirs is the key of this id.
            pooled.ifPresent(each -> pool.putBack(each.id(), key.id()));
            return find(key.id()).publicKey();
        }
        pooled.ifPresent(each -> pool.remove(each.id()));
        Map<String, String> details = new HashMap<>();
        details.put("publicKeySm3", Means.fingerprint(key.publicKey()));
        details.put("wrappedUnder", key.wrapped().under());
        details.put("wrappedWith", key.wrapped().algorithm().label());
        pooled.ifPresent(each -> details.put("pooledKey", each.id().toString()));
        means.record(ACTOR, "encryption-key.made", "escrow:" + key.id(), details);
        means.checkpoint().reached(Step.KEY_WRITTEN);
        return key.publicKey();
    }

    private EscrowedKey find(EscrowId id) {
        return keys.find(id).orElseThrow(() -> new UnknownEscrowException(id));
    }

    @Override
    public KeyEnvelope release(EscrowId id, PublicKey recipientSigningKey, ReleaseForm form) {
        EscrowedKey key = find(id);
        refuseAnother(key, recipientSigningKey);
        KeyEnvelope envelope = sealKey.seal(key, recipientSigningKey, form);
        means.checkpoint().reached(Step.ENVELOPE_SEALED);
        means.transactions()
                .executeWithoutResult(_ -> bindAndRecord(id, recipientSigningKey, form));
        means.checkpoint().reached(Step.RELEASE_COMMITTED);
        return envelope;
    }

    // Looked at again under the lock: another release may have bound the key while this one sealed
    // it.
    private void bindAndRecord(EscrowId id, PublicKey recipient, ReleaseForm form) {
        byte[] to = Sm3.digest(recipient.getEncoded());
        if (!keys.markReleased(id, to, means.clock().instant())) {
            refuseAnother(
                    keys.findForUpdate(id).orElseThrow(() -> new UnknownEscrowException(id)),
                    recipient);
        }
        means.record(
                ACTOR,
                "encryption-key.released",
                "escrow:" + id,
                Map.of("recipientSm3", HexFormat.of().formatHex(to), "form", form.label()));
        means.checkpoint().reached(Step.RELEASE_WRITTEN);
    }

    private static void refuseAnother(EscrowedKey key, PublicKey recipient) {
        if (key.releasedTo() != null && !key.isBoundTo(recipient)) {
            throw new ReleaseRefusedException(key.id());
        }
    }
}
