package org.yinxin.pki.envelope;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import org.yinxin.pki.certificate.SignedCertificate;

/**
 * One form in which an encryption key pair is handed over. Certification authorities and media do not agree on a form,
 * so whoever hands a key over says which one is wanted.
 */
public sealed interface KeyEnvelopeEncoder {

    /**
     * Seals a pair; each call draws a new symmetric key, so two envelopes of one pair have nothing secret in common.
     *
     * @param recipientSigningKey SM2; only its holder opens the envelope
     * @param encryptionPair SM2
     * @throws IllegalArgumentException when a key is not SM2 or does not fit the form
     */
    KeyEnvelope seal(PublicKey recipientSigningKey, KeyPair encryptionPair, SecureRandom random);

    /**
     * Reads and opens an envelope of this form.
     *
     * @throws EnvelopeException whatever is wrong with the bytes
     */
    KeyPair open(byte[] encoded, PrivateKey signingKey) throws EnvelopeException;

    /** SM2EnvelopedKey of GM/T 0009-2012, in DER. */
    record Sm2Enveloped() implements KeyEnvelopeEncoder {

        @Override
        public KeyEnvelope seal(PublicKey recipient, KeyPair pair, SecureRandom random) {
            return Sm2EnvelopedKey.seal(recipient, pair, random);
        }

        @Override
        public KeyPair open(byte[] encoded, PrivateKey signingKey) throws EnvelopeException {
            return Sm2EnvelopedKey.parse(encoded).open(signingKey);
        }
    }

    /**
     * ENVELOPEDKEYBLOB of the SKF interface (GM/T 0016, GB/T 35291-2017), packed.
     *
     * @param field how the key's field is filled; read from the bytes when an envelope is opened
     */
    record SkfBlob(SkfKeyField field) implements KeyEnvelopeEncoder {

        @Override
        public KeyEnvelope seal(PublicKey recipient, KeyPair pair, SecureRandom random) {
            return SkfKeyBlob.seal(field, recipient, pair, random);
        }

        @Override
        public KeyPair open(byte[] encoded, PrivateKey signingKey) throws EnvelopeException {
            return SkfKeyBlob.parse(encoded).open(signingKey);
        }
    }

    /**
     * SignedAndEnvelopedData of GB/T 35275 (GM/T 0010), in DER.
     *
     * @param signer who signs, and whose signature alone is accepted when an envelope is opened
     * @param recipient the signing certificate of the recipient, which the envelope names
     */
    record SignedAndEnveloped(EnvelopeSigner signer, SignedCertificate recipient)
            implements KeyEnvelopeEncoder {

        @Override
        public KeyEnvelope seal(PublicKey recipientKey, KeyPair pair, SecureRandom random) {
            if (!recipientKey.equals(CertifiedKey.of(recipient))) {
                throw new IllegalArgumentException(
                        "the recipient's certificate is for another key");
            }
            return SignedAndEnvelopedKey.seal(signer, recipient, pair, random);
        }

        @Override
        public KeyPair open(byte[] encoded, PrivateKey signingKey) throws EnvelopeException {
            return SignedAndEnvelopedKey.parse(encoded).open(signingKey, signer.certificate());
        }
    }
}
