package org.yinxin.hall.issuance;

import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.yinxin.custody.Custody;
import org.yinxin.custody.EscrowId;
import org.yinxin.custody.ReleaseForm;
import org.yinxin.custody.WrappingKeyAwayException;
import org.yinxin.pki.envelope.KeyEnvelope;
import org.yinxin.pki.envelope.Sm2EnvelopedKey;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;

/** A key management centre in memory that keeps the contract of the real one. */
public final class FakeCustody implements Custody {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<EscrowId, KeyPair> keys = new HashMap<>();

    /** Whether the device of its wrapping key does not answer. */
    boolean away;

    final Crashes making = new Crashes();
    final Crashes releasing = new Crashes();

    int made() {
        return keys.size();
    }

    @Override
    public PublicKey makeEncryptionKey(EscrowId id) {
        requireDevice();
        making.before();
        KeyPair pair = keys.computeIfAbsent(id, _ -> KeyPairs.generate(KeyAlgorithm.SM2, RANDOM));
        making.after();
        return pair.getPublic();
    }

    @Override
    public KeyEnvelope release(EscrowId id, PublicKey recipientSigningKey, ReleaseForm form) {
        requireDevice();
        releasing.before();
        KeyPair pair = Objects.requireNonNull(keys.get(id));
        Sm2EnvelopedKey envelope = Sm2EnvelopedKey.seal(recipientSigningKey, pair, RANDOM);
        releasing.after();
        return envelope;
    }

    private void requireDevice() {
        if (away) {
            throw new WrappingKeyAwayException("the token is away", new IllegalStateException());
        }
    }
}
