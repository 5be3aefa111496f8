package org.yinxin.pki.envelope;

import java.io.IOException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Null;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.yinxin.pki.key.MalformedKeyException;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.key.Sm2Encryption;
import org.yinxin.pki.oid.ChineseOids;

/**
 * {@code SM2EnvelopedKey ::= SEQUENCE { symAlgID AlgorithmIdentifier, symEncryptedKey SM2Cipher, Sm2PublicKey BIT STRING,
 * Sm2EncryptedPrivateKey BIT STRING }} (GM/T 0009-2012).
 *
 * <p>The standard leaves padding open; the private key is two blocks long and goes without. ECB without padding has no
 * integrity of its own, so {@link #open} recomputes the public key from the private one.
 */
public final class Sm2EnvelopedKey implements KeyEnvelope {

    private static final int MOST_BYTES = 4096;

    private final byte[] der;
    private final byte[] wrappedSymmetricKey;
    private final PublicKey publicKey;
    private final byte[] encryptedPrivateKey;

    private Sm2EnvelopedKey(
            byte[] der,
            byte[] wrappedSymmetricKey,
            PublicKey publicKey,
            byte[] encryptedPrivateKey) {
        this.der = der;
        this.wrappedSymmetricKey = wrappedSymmetricKey;
        this.publicKey = publicKey;
        this.encryptedPrivateKey = encryptedPrivateKey;
    }

    /** Seals an encryption key pair for the holder of a signing key. Both are SM2. */
    public static Sm2EnvelopedKey seal(
            PublicKey recipientSigningKey, KeyPair encryptionPair, SecureRandom random) {
        byte[] symmetricKey = new byte[Sm4Blocks.KEY_BYTES];
        byte[] privateKey = PublicKeys.sm2PrivateNumber(encryptionPair.getPrivate());
        try {
            random.nextBytes(symmetricKey);
            byte[] wrapped = Sm2Encryption.encrypt(recipientSigningKey, symmetricKey, random);
            byte[] encrypted = Sm4Blocks.apply(true, symmetricKey, privateKey);
            byte[] der =
                    new DERSequence(
                                    new ASN1Encodable[] {
                                        new AlgorithmIdentifier(
                                                ChineseOids.SM4_ECB, DERNull.INSTANCE),
                                        ASN1Primitive.fromByteArray(wrapped),
                                        new DERBitString(
                                                PublicKeys.sm2Point(encryptionPair.getPublic())),
                                        new DERBitString(encrypted)
                                    })
                            .getEncoded(ASN1Encoding.DER);
            return new Sm2EnvelopedKey(der, wrapped, encryptionPair.getPublic(), encrypted);
        } catch (IOException e) {
            throw new IllegalStateException("encoding in memory cannot fail", e);
        } finally {
            Arrays.fill(symmetricKey, (byte) 0);
            Arrays.fill(privateKey, (byte) 0);
        }
    }

    /** Reads an envelope without opening it. */
    public static Sm2EnvelopedKey parse(byte[] der) throws EnvelopeException {
        if (der.length > MOST_BYTES) {
            throw new EnvelopeException(EnvelopeFault.MALFORMED);
        }
        try {
            ASN1Sequence envelope = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(der));
            if (envelope == null
                    || envelope.size() != 4
                    || !Arrays.equals(der, envelope.getEncoded(ASN1Encoding.DER))) {
                throw new EnvelopeException(EnvelopeFault.MALFORMED);
            }
            checkCipher(AlgorithmIdentifier.getInstance(envelope.getObjectAt(0)));
            byte[] encrypted = bits(envelope, 3);
            if (encrypted.length != OpenedKey.NUMBER_BYTES) {
                throw new EnvelopeException(EnvelopeFault.MALFORMED);
            }
            return new Sm2EnvelopedKey(
                    der.clone(),
                    ASN1Sequence.getInstance(envelope.getObjectAt(1)).getEncoded(ASN1Encoding.DER),
                    PublicKeys.fromSm2Point(bits(envelope, 2)),
                    encrypted);
        } catch (IOException
                | MalformedKeyException
                | IllegalArgumentException
                | IllegalStateException
                | ClassCastException e) {
            throw new EnvelopeException(EnvelopeFault.MALFORMED);
        }
    }

    private static void checkCipher(AlgorithmIdentifier cipher) throws EnvelopeException {
        // Some makers name SM4 itself and mean ECB.
        boolean sm4 =
                cipher.getAlgorithm().equals(ChineseOids.SM4_ECB)
                        || cipher.getAlgorithm().equals(ChineseOids.SM4);
        boolean plain =
                cipher.getParameters() == null || cipher.getParameters() instanceof ASN1Null;
        if (!sm4 || !plain) {
            throw new EnvelopeException(EnvelopeFault.UNSUPPORTED_CIPHER);
        }
    }

    private static byte[] bits(ASN1Sequence envelope, int index) throws EnvelopeException {
        ASN1BitString bits = ASN1BitString.getInstance(envelope.getObjectAt(index));
        if (bits.getPadBits() != 0) {
            throw new EnvelopeException(EnvelopeFault.MALFORMED);
        }
        return bits.getOctets();
    }

    /** Opens the envelope and checks that the private key inside belongs to the public key outside. */
    public KeyPair open(PrivateKey signingKey) throws EnvelopeException {
        byte[] symmetricKey = OpenedKey.symmetric(signingKey, wrappedSymmetricKey);
        byte[] number = Sm4Blocks.apply(false, symmetricKey, encryptedPrivateKey);
        try {
            return OpenedKey.pair(number, publicKey);
        } finally {
            Arrays.fill(symmetricKey, (byte) 0);
            Arrays.fill(number, (byte) 0);
        }
    }

    /** The public half of the key inside. */
    public PublicKey publicKey() {
        return publicKey;
    }

    @Override
    public byte[] encoded() {
        return der.clone();
    }
}
