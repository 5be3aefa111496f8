package org.yinxin.pki.extension;

import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.digests.SHA1Digest;

/**
 * Key identifiers: SHA-1 of the public key's bits (GM/T 0015-2012 and RFC 5280, 4.2.1.2, method 1). It only names the
 * key and protects nothing, so the age of SHA-1 does not matter.
 */
public final class KeyIdentifiers {

    private KeyIdentifiers() {}

    public static byte[] of(SubjectPublicKeyInfo key) {
        byte[] bits = key.getPublicKeyData().getOctets();
        SHA1Digest digest = new SHA1Digest();
        digest.update(bits, 0, bits.length);
        byte[] identifier = new byte[digest.getDigestSize()];
        digest.doFinal(identifier, 0);
        return identifier;
    }
}
