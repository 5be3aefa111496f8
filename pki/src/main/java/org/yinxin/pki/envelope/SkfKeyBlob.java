package org.yinxin.pki.envelope;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.util.BigIntegers;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.key.MalformedKeyException;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.key.Sm2Encryption;

/**
 * ENVELOPEDKEYBLOB of the SKF interface (GM/T 0016, GB/T 35291-2017), as {@code SKF_ImportECCKeyPair} takes it: 388 octets,
 * packed without gaps, numbers little-endian, coordinates right-aligned in 64 octets.
 *
 * <pre>
 *   0 Version = 1      4 ulSymmAlgID = SGD_SM4_ECB      8 ulBits = 256      12 cbEncryptedPriKey[64]
 *  76 PubKey: BitLen = 256, X[64], Y[64]
 * 208 ECCCipherBlob: X[64], Y[64], HASH[32], CipherLen = 16, Cipher[16]
 * </pre>
 */
public final class SkfKeyBlob implements KeyEnvelope {

    private static final int BLOB_BYTES = 388;
    private static final int VERSION = 1;
    private static final int SGD_SM4_ECB = 0x0000_0401;
    private static final int BITS = 256;
    private static final int KEY_FIELD = 64;
    private static final int COORDINATE_FIELD = 64;
    private static final int COORDINATE = 32;
    private static final int HASH = 32;

    private final byte[] blob;
    private final byte[] wrappedSymmetricKey;
    private final PublicKey publicKey;
    private final byte[] keyField;

    private SkfKeyBlob(
            byte[] blob, byte[] wrappedSymmetricKey, PublicKey publicKey, byte[] keyField) {
        this.blob = blob;
        this.wrappedSymmetricKey = wrappedSymmetricKey;
        this.publicKey = publicKey;
        this.keyField = keyField;
    }

    /** Seals an encryption key pair for the holder of a signing key. Both are SM2. */
    public static SkfKeyBlob seal(
            SkfKeyField field,
            PublicKey recipientSigningKey,
            KeyPair encryptionPair,
            SecureRandom random) {
        byte[] symmetricKey = new byte[Sm4Blocks.KEY_BYTES];
        byte[] number = PublicKeys.sm2PrivateNumber(encryptionPair.getPrivate());
        byte[] longNumber = new byte[KEY_FIELD];
        try {
            random.nextBytes(symmetricKey);
            byte[] wrapped = Sm2Encryption.encrypt(recipientSigningKey, symmetricKey, random);
            System.arraycopy(number, 0, longNumber, KEY_FIELD - number.length, number.length);
            byte[] keyField = new byte[KEY_FIELD];
            switch (field) {
                case OCTETS_32 ->
                        System.arraycopy(
                                Sm4Blocks.apply(true, symmetricKey, number),
                                0,
                                keyField,
                                KEY_FIELD - number.length,
                                number.length);
                case OCTETS_64 -> keyField = Sm4Blocks.apply(true, symmetricKey, longNumber);
            }
            return new SkfKeyBlob(
                    pack(keyField, PublicKeys.sm2Point(encryptionPair.getPublic()), wrapped),
                    wrapped,
                    encryptionPair.getPublic(),
                    keyField);
        } finally {
            Arrays.fill(symmetricKey, (byte) 0);
            Arrays.fill(number, (byte) 0);
            Arrays.fill(longNumber, (byte) 0);
        }
    }

    private static byte[] pack(byte[] keyField, byte[] point, byte[] wrapped) {
        ByteBuffer blob = ByteBuffer.allocate(BLOB_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        blob.putInt(VERSION).putInt(SGD_SM4_ECB).putInt(BITS).put(keyField);
        blob.putInt(BITS);
        putCoordinate(blob, Arrays.copyOfRange(point, 1, 1 + COORDINATE));
        putCoordinate(blob, Arrays.copyOfRange(point, 1 + COORDINATE, point.length));
        ASN1Sequence cipher = sequence(wrapped);
        for (int i = 0; i < 2; i++) {
            BigInteger value = ASN1Integer.getInstance(cipher.getObjectAt(i)).getPositiveValue();
            putCoordinate(blob, BigIntegers.asUnsignedByteArray(COORDINATE, value));
        }
        blob.put(ASN1OctetString.getInstance(cipher.getObjectAt(2)).getOctets());
        byte[] text = ASN1OctetString.getInstance(cipher.getObjectAt(3)).getOctets();
        return blob.putInt(text.length).put(text).array();
    }

    private static void putCoordinate(ByteBuffer blob, byte[] value) {
        blob.put(new byte[COORDINATE_FIELD - COORDINATE]).put(value);
    }

    /** The SM2Cipher that we made ourselves a moment ago. */
    private static ASN1Sequence sequence(byte[] sm2Cipher) {
        try {
            return ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(sm2Cipher));
        } catch (IOException e) {
            throw new IllegalStateException("what was just encoded can be read", e);
        }
    }

    /** Reads an envelope without opening it. Each field that is not free must have its one value. */
    public static SkfKeyBlob parse(byte[] blob) throws EnvelopeException {
        if (blob.length != BLOB_BYTES) {
            throw new EnvelopeException(EnvelopeFault.MALFORMED);
        }
        ByteBuffer fields = ByteBuffer.wrap(blob.clone()).order(ByteOrder.LITTLE_ENDIAN);
        expect(fields.getInt() == VERSION, EnvelopeFault.MALFORMED);
        expect(fields.getInt() == SGD_SM4_ECB, EnvelopeFault.UNSUPPORTED_CIPHER);
        expect(fields.getInt() == BITS, EnvelopeFault.MALFORMED);
        byte[] keyField = octets(fields, KEY_FIELD);
        expect(fields.getInt() == BITS, EnvelopeFault.MALFORMED);
        byte[] point = ByteBuffer.allocate(1 + 2 * COORDINATE).put((byte) 4).array();
        System.arraycopy(coordinate(fields), 0, point, 1, COORDINATE);
        System.arraycopy(coordinate(fields), 0, point, 1 + COORDINATE, COORDINATE);
        byte[] x = coordinate(fields);
        byte[] y = coordinate(fields);
        byte[] hash = octets(fields, HASH);
        expect(fields.getInt() == Sm4Blocks.KEY_BYTES, EnvelopeFault.MALFORMED);
        byte[] text = octets(fields, Sm4Blocks.KEY_BYTES);
        try {
            return new SkfKeyBlob(
                    blob.clone(),
                    sm2Cipher(x, y, hash, text),
                    PublicKeys.fromSm2Point(point),
                    keyField);
        } catch (MalformedKeyException e) {
            throw new EnvelopeException(EnvelopeFault.MALFORMED);
        }
    }

    private static byte[] sm2Cipher(byte[] x, byte[] y, byte[] hash, byte[] text) {
        return Der.encode(
                new DERSequence(
                        new ASN1Encodable[] {
                            new ASN1Integer(new BigInteger(1, x)),
                            new ASN1Integer(new BigInteger(1, y)),
                            new DEROctetString(hash),
                            new DEROctetString(text)
                        }));
    }

    private static byte[] coordinate(ByteBuffer fields) throws EnvelopeException {
        expect(isZero(octets(fields, COORDINATE_FIELD - COORDINATE)), EnvelopeFault.MALFORMED);
        return octets(fields, COORDINATE);
    }

    private static byte[] octets(ByteBuffer fields, int count) {
        byte[] octets = new byte[count];
        fields.get(octets);
        return octets;
    }

    private static boolean isZero(byte[] octets) {
        return Arrays.equals(octets, new byte[octets.length]);
    }

    private static void expect(boolean fulfilled, EnvelopeFault otherwise)
            throws EnvelopeException {
        if (!fulfilled) {
            throw new EnvelopeException(otherwise);
        }
    }

    /** How the key's field is filled: encrypted zeros are not zero, so the bytes themselves tell. */
    public SkfKeyField field() {
        return isZero(Arrays.copyOf(keyField, KEY_FIELD - OpenedKey.NUMBER_BYTES))
                ? SkfKeyField.OCTETS_32
                : SkfKeyField.OCTETS_64;
    }

    /** Opens the envelope and checks that the private key inside belongs to the public key outside. */
    public KeyPair open(PrivateKey signingKey) throws EnvelopeException {
        byte[] encrypted =
                switch (field()) {
                    case OCTETS_32 ->
                            Arrays.copyOfRange(
                                    keyField, KEY_FIELD - OpenedKey.NUMBER_BYTES, KEY_FIELD);
                    case OCTETS_64 -> keyField;
                };
        byte[] symmetricKey = OpenedKey.symmetric(signingKey, wrappedSymmetricKey);
        byte[] number = Sm4Blocks.apply(false, symmetricKey, encrypted);
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

    /** The SM2Cipher in DER by which the symmetric key is sealed, as other tools want it. */
    byte[] sm2Cipher() {
        return wrappedSymmetricKey.clone();
    }

    @Override
    public byte[] encoded() {
        return blob.clone();
    }
}
