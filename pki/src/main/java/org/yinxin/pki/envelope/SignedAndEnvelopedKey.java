package org.yinxin.pki.envelope;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.key.Signatures;
import org.yinxin.pki.key.Sm2Encryption;
import org.yinxin.pki.oid.ChineseOids;

/**
 * A private key as SignedAndEnvelopedData (GB/T 35275, GM/T 0010): for one recipient, by one signer.
 *
 * <p>The standards leave open how the private key is written and in which mode it is encrypted. Written here: 32 octets, SM4
 * in CBC mode under a random initial vector with the padding of RFC 2315, 10.3, because the vector travels in the algorithm's
 * parameters and equal blocks do not show. Read here as well: ECB, and 64 octets with leading zeros, as centres in the field
 * write it. The signature is over the private key in clear, under the default user ID, and not encrypted in its turn.
 *
 * <p>No public key stands outside; whoever opens the envelope compares the pair with the encryption certificate.
 */
public final class SignedAndEnvelopedKey implements KeyEnvelope {

    private static final int VERSION = 1;

    private final byte[] der;
    private final EnvelopedParts parts;

    private SignedAndEnvelopedKey(byte[] der, EnvelopedParts parts) {
        this.der = der;
        this.parts = parts;
    }

    /**
     * Seals an SM2 pair and signs it.
     *
     * @throws IllegalArgumentException when the pair or the key of the recipient's certificate is not SM2
     */
    public static SignedAndEnvelopedKey seal(
            EnvelopeSigner signer,
            SignedCertificate recipient,
            KeyPair encryptionPair,
            SecureRandom random) {
        byte[] symmetricKey = new byte[Sm4Blocks.KEY_BYTES];
        byte[] vector = new byte[Sm4Blocks.BLOCK_BYTES];
        byte[] number = PublicKeys.sm2PrivateNumber(encryptionPair.getPrivate());
        byte[] padded = padded(number);
        try {
            random.nextBytes(symmetricKey);
            random.nextBytes(vector);
            byte[] der =
                    encode(
                            recipientInfo(
                                    recipient,
                                    Sm2Encryption.encrypt(
                                            CertifiedKey.of(recipient), symmetricKey, random)),
                            encryptedContent(
                                    vector, Sm4Blocks.encryptChained(symmetricKey, vector, padded)),
                            signer.certificate(),
                            signer.key().sign(number));
            return parse(der);
        } catch (EnvelopeException e) {
            throw new IllegalStateException("what was just encoded can be read", e);
        } finally {
            Arrays.fill(symmetricKey, (byte) 0);
            Arrays.fill(number, (byte) 0);
            Arrays.fill(padded, (byte) 0);
        }
    }

    private static byte[] padded(byte[] number) {
        byte[] padded = Arrays.copyOf(number, number.length + Sm4Blocks.BLOCK_BYTES);
        Arrays.fill(padded, number.length, padded.length, (byte) Sm4Blocks.BLOCK_BYTES);
        return padded;
    }

    private static DERSequence recipientInfo(SignedCertificate recipient, byte[] encryptedKey) {
        ASN1EncodableVector info = new ASN1EncodableVector();
        info.add(new ASN1Integer(VERSION));
        info.add(name(recipient));
        info.add(new AlgorithmIdentifier(ChineseOids.SM2_ENCRYPT));
        info.add(new DEROctetString(encryptedKey));
        return new DERSequence(info);
    }

    private static DERSequence encryptedContent(byte[] vector, byte[] encrypted) {
        ASN1EncodableVector content = new ASN1EncodableVector();
        content.add(ChineseOids.DATA);
        content.add(new AlgorithmIdentifier(ChineseOids.SM4_CBC, new DEROctetString(vector)));
        content.add(new DERTaggedObject(false, 0, new DEROctetString(encrypted)));
        return new DERSequence(content);
    }

    private static byte[] encode(
            DERSequence recipientInfo,
            DERSequence encryptedContent,
            SignedCertificate signer,
            byte[] signature) {
        AlgorithmIdentifier sm3 = new AlgorithmIdentifier(ChineseOids.SM3);
        ASN1EncodableVector info = new ASN1EncodableVector();
        info.add(new ASN1Integer(VERSION));
        info.add(name(signer));
        info.add(sm3);
        info.add(new AlgorithmIdentifier(ChineseOids.SM2_SIGN));
        info.add(new DEROctetString(signature));
        ASN1EncodableVector data = new ASN1EncodableVector();
        data.add(new ASN1Integer(VERSION));
        data.add(new DERSet(recipientInfo));
        data.add(new DERSet(sm3));
        data.add(encryptedContent);
        data.add(
                new DERTaggedObject(
                        false, 0, new DERSet(Certificate.getInstance(signer.encoded()))));
        data.add(new DERSet(new DERSequence(info)));
        ASN1EncodableVector message = new ASN1EncodableVector();
        message.add(ChineseOids.SIGNED_AND_ENVELOPED_DATA);
        message.add(new DERTaggedObject(true, 0, new DERSequence(data)));
        return Der.encode(new DERSequence(message));
    }

    private static IssuerAndSerialNumber name(SignedCertificate certificate) {
        return new IssuerAndSerialNumber(
                certificate.tbs().issuer(), certificate.tbs().serial().value());
    }

    /**
     * Reads an envelope without opening it. It must be in DER and be for one recipient by one signer. Certificates in it are
     * not looked at: whom to trust is the caller's to say.
     */
    public static SignedAndEnvelopedKey parse(byte[] der) throws EnvelopeException {
        try {
            return new SignedAndEnvelopedKey(der.clone(), EnvelopedParts.read(der));
        } catch (MalformedDerException e) {
            throw new EnvelopeException(EnvelopeFault.MALFORMED);
        }
    }

    /**
     * Opens the envelope and checks the signature over what is inside.
     *
     * @param signer the one whose envelopes are accepted
     */
    public KeyPair open(PrivateKey signingKey, SignedCertificate signer) throws EnvelopeException {
        if (!Arrays.equals(Der.encode(name(signer)), parts.signer())) {
            throw new EnvelopeException(EnvelopeFault.UNKNOWN_SIGNER);
        }
        byte[] symmetricKey = OpenedKey.symmetric(signingKey, parts.encryptedKey());
        byte[] content = parts.decrypt(symmetricKey);
        Arrays.fill(symmetricKey, (byte) 0);
        byte[] number = unpadded(content);
        try {
            if (!Signatures.verify(
                    CertifiedKey.of(signer),
                    new AlgorithmIdentifier(ChineseOids.SM3_WITH_SM2),
                    number,
                    parts.signature())) {
                throw new EnvelopeException(EnvelopeFault.BAD_SIGNATURE);
            }
            return OpenedKey.pair(number);
        } finally {
            Arrays.fill(content, (byte) 0);
            Arrays.fill(number, (byte) 0);
        }
    }

    /** A key is 32 or 64 octets; anything beyond is one whole block of padding. */
    private static byte[] unpadded(byte[] content) throws EnvelopeException {
        int beyond = content.length % OpenedKey.NUMBER_BYTES;
        for (int i = content.length - beyond; i < content.length; i++) {
            if (content[i] != Sm4Blocks.BLOCK_BYTES) {
                Arrays.fill(content, (byte) 0);
                throw new EnvelopeException(EnvelopeFault.WRONG_KEY);
            }
        }
        return Arrays.copyOf(content, content.length - beyond);
    }

    @Override
    public byte[] encoded() {
        return der.clone();
    }
}
