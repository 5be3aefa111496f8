package org.yinxin.custody;

import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.envelope.SkfKeyField;

/** In which form a key is wanted; media and the software before them do not agree on one. */
public sealed interface ReleaseForm {

    /** How the journal names the form. */
    String label();

    /** SM2EnvelopedKey of GM/T 0009-2012. */
    record Sm2Enveloped() implements ReleaseForm {
        @Override
        public String label() {
            return "SM2EnvelopedKey";
        }
    }

    /**
     * ENVELOPEDKEYBLOB of GM/T 0016, to be handed to {@code SKF_ImportECCKeyPair} as it is.
     *
     * @param field which form of the key's field the medium wants
     */
    record SkfBlob(SkfKeyField field) implements ReleaseForm {
        @Override
        public String label() {
            return "ENVELOPEDKEYBLOB/" + field;
        }
    }

    /**
     * SignedAndEnvelopedData of GB/T 35275, signed by the custody.
     *
     * @param recipient certificate of the signing key that the release is for
     */
    record SignedAndEnveloped(SignedCertificate recipient) implements ReleaseForm {
        @Override
        public String label() {
            return "SignedAndEnvelopedData";
        }
    }
}
