package org.yinxin.custody;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.PublicKeys;

/**
 * Wraps private keys under the wrapping key of today, and unwraps them also under those of before. A wrapped key is tied to
 * the id of its row and to its public key, so that rows cannot be exchanged for one another.
 */
final class KeyWrapping {

    private final WrappingKey current;
    private final Map<String, WrappingKey> all = new HashMap<>();

    KeyWrapping(WrappingKey current, List<WrappingKey> former) {
        this.current = current;
        former.forEach(each -> all.put(each.fingerprint(), each));
        all.put(current.fingerprint(), current);
    }

    WrappedKey wrap(UUID row, KeyPair pair) {
        byte[] secret = PublicKeys.sm2PrivateNumber(pair.getPrivate());
        try {
            return wrapSecret(row, pair.getPublic(), secret);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /**
     * Ties a wrapped key to another row, and wraps it under the wrapping key of today. That it belongs to its public key is what unwrapping
     * finds out, and whether the halves match is looked at by {@link #unwrap}, before anybody gets it.
     *
     * @throws IllegalStateException as {@link #unwrap}
     */
    WrappedKey rewrap(UUID from, UUID to, PublicKey publicKey, WrappedKey wrapped) {
        byte[] secret = secret(from, publicKey, wrapped);
        try {
            return wrapSecret(to, publicKey, secret);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /**
     * Unwraps a key and computes its public half anew.
     *
     * @throws IllegalStateException when the row was altered or its wrapping key is not among ours
     */
    KeyPair unwrap(UUID row, PublicKey publicKey, WrappedKey wrapped) {
        byte[] secret = secret(row, publicKey, wrapped);
        try {
            KeyPair pair = KeyPairs.sm2(new BigInteger(1, secret));
            if (!pair.getPublic().equals(publicKey)) {
                throw new IllegalStateException("the halves of " + row + " do not match");
            }
            return pair;
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private WrappedKey wrapSecret(UUID row, PublicKey publicKey, byte[] secret) {
        return new WrappedKey(
                current.wrap(secret, bound(row, publicKey)),
                current.algorithm(),
                current.fingerprint());
    }

    /** Whether what it is wrapped under is among ours. */
    boolean opens(WrappedKey wrapped) {
        WrappingKey key = all.get(wrapped.under());
        return key != null && key.algorithm() == wrapped.algorithm();
    }

    private byte[] secret(UUID row, PublicKey publicKey, WrappedKey wrapped) {
        if (!opens(wrapped)) {
            throw new IllegalStateException(
                    "the key of %s is wrapped under %s (%s), which is not among the wrapping keys"
                            .formatted(row, wrapped.under(), wrapped.algorithm().label()));
        }
        return Objects.requireNonNull(all.get(wrapped.under()))
                .unwrap(wrapped.octets(), bound(row, publicKey));
    }

    private static byte[] bound(UUID row, PublicKey publicKey) {
        byte[] key = publicKey.getEncoded();
        return ByteBuffer.allocate(16 + key.length)
                .putLong(row.getMostSignificantBits())
                .putLong(row.getLeastSignificantBits())
                .put(key)
                .array();
    }
}
