package org.yinxin.custody;

import java.security.PublicKey;
import org.yinxin.pki.envelope.KeyEnvelope;

/**
 * Keys in escrow in the custody's own schema, each fact in the journal in the same transaction. Keys are made, wrapped and
 * sealed outside of transactions.
 */
final class EscrowingCustody implements Custody {

    /** For whom it acts, as the journal names it. */
    static final String ACTOR = "hall:issuance";

    private final EscrowKeys escrowKeys;
    private final ReleaseKey releaseKey;

    EscrowingCustody(Means means) {
        this.escrowKeys = new EscrowKeys(means);
        this.releaseKey = new ReleaseKey(means);
    }

    @Override
    public PublicKey makeEncryptionKey(EscrowId id) {
        return escrowKeys.escrow(id);
    }

    @Override
    public KeyEnvelope release(EscrowId id, PublicKey recipientSigningKey, ReleaseForm form) {
        return releaseKey.release(id, recipientSigningKey, form);
    }
}
