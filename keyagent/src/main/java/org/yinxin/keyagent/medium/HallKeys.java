package org.yinxin.keyagent.medium;

import java.security.PublicKey;
import java.util.Optional;
import org.yinxin.pki.key.MalformedKeyException;
import org.yinxin.pki.key.PublicKeys;

/**
 * The public keys of the hall that may let a token's PIN be reset.
 *
 * @param signing verifies what the hall grants
 * @param encryption what only the hall may read is encrypted to it
 */
public record HallKeys(PublicKey signing, PublicKey encryption) {

    /** Reads two uncompressed SM2 points; empty when they are none. */
    public static Optional<HallKeys> ofPoints(byte[] signing, byte[] encryption) {
        try {
            return Optional.of(
                    new HallKeys(
                            PublicKeys.fromSm2Point(signing), PublicKeys.fromSm2Point(encryption)));
        } catch (MalformedKeyException e) {
            return Optional.empty();
        }
    }
}
