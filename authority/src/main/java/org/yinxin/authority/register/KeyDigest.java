package org.yinxin.authority.register;

import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.key.Sm3;

/** What a public key is known by in the register: SM3 of its SubjectPublicKeyInfo. */
public final class KeyDigest {

    private KeyDigest() {}

    public static byte[] of(SubjectPublicKeyInfo key) {
        return Sm3.digest(Der.encode(key));
    }
}
