package org.yinxin.pki.key;

import org.bouncycastle.crypto.digests.SM3Digest;

/** The hash of GM/T 0004-2012. */
public final class Sm3 {

    private Sm3() {}

    /** The digest, 32 bytes, of all parts one after another. */
    public static byte[] digest(byte[]... parts) {
        SM3Digest digest = new SM3Digest();
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return out;
    }
}
