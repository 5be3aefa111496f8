package org.yinxin.pki.key;

import java.security.PublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** Says whether signatures are good, of the kinds that {@link Signatures} accepts and no others. Safe for several threads. */
@FunctionalInterface
public interface SignatureVerifier {

    /** Whether the signature is good. Anything odd, also an algorithm that does not fit the key, is simply not good. */
    boolean verify(PublicKey key, AlgorithmIdentifier algorithm, byte[] content, byte[] signature);
}
