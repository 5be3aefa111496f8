package org.yinxin.pki.key;

import java.security.PublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** A key that signs, wherever it lives: in memory, in a key store, in a hardware module. Safe for use by several threads. */
public interface SigningKey {

    PublicKey publicKey();

    AlgorithmIdentifier signatureAlgorithm();

    /** Signs the whole content; hashing (and Z_A for SM2) is part of it. */
    byte[] sign(byte[] content);
}
