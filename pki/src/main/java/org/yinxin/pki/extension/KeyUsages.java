package org.yinxin.pki.extension;

import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * The sets of key usages that are issued. Those of a pair are GM/T 0015-2012's: signing and encryption are never in one
 * certificate.
 */
public enum KeyUsages {
    /** digitalSignature and nonRepudiation. */
    SIGNING(KeyUsage.digitalSignature | KeyUsage.nonRepudiation),
    /** keyEncipherment, dataEncipherment and keyAgreement. */
    ENCRYPTION(KeyUsage.keyEncipherment | KeyUsage.dataEncipherment | KeyUsage.keyAgreement),
    /** digitalSignature alone, of a device that proves who it is. */
    DEVICE(KeyUsage.digitalSignature),
    /** keyCertSign and cRLSign. */
    AUTHORITY(KeyUsage.keyCertSign | KeyUsage.cRLSign),
    /** digitalSignature alone, of one who signs OCSP answers for an authority. */
    RESPONDER(KeyUsage.digitalSignature);

    private final int bits;

    KeyUsages(int bits) {
        this.bits = bits;
    }

    /** As the library counts them: the first bit of the encoding is 128. */
    public int bits() {
        return bits;
    }
}
