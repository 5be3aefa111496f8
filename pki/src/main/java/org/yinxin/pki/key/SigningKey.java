package org.yinxin.pki.key;

import java.io.IOException;
import java.io.InputStream;
import java.security.PublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** A key that signs, wherever it lives: in memory, in a key store, in a hardware module. Safe for use by several threads. */
public interface SigningKey {

    PublicKey publicKey();

    AlgorithmIdentifier signatureAlgorithm();

    /** Signs the whole content; hashing (and Z_A for SM2) is part of it. */
    byte[] sign(byte[] content);

    /**
     * The same for what is too long to be held at once. A key in a device takes it piece by piece, or is given the digest.
     * Whoever does not override this holds it at once after all.
     */
    default byte[] sign(InputStream content) throws IOException {
        return sign(content.readAllBytes());
    }
}
