package org.yinxin.pki.envelope;

/** A sealed encryption key pair on its way to one recipient; nothing in it is secret to who lacks the recipient's key. */
public sealed interface KeyEnvelope permits Sm2EnvelopedKey, SkfKeyBlob, SignedAndEnvelopedKey {

    /** The bytes as they travel: DER, or the packed structure of the SKF interface. A copy. */
    byte[] encoded();
}
