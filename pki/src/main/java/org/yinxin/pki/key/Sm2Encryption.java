package org.yinxin.pki.key;

import java.io.IOException;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.util.BigIntegers;

/**
 * Encryption to an SM2 key as GM/T 0009-2012 writes it: {@code SM2Cipher ::= SEQUENCE { XCoordinate INTEGER, YCoordinate
 * INTEGER, HASH OCTET STRING, CipherText OCTET STRING }}, that is C1 C3 C2.
 */
public final class Sm2Encryption {

    private static final int COORDINATE = 32;
    private static final int HASH = 32;
    private static final int POINT = 1 + 2 * COORDINATE;

    private Sm2Encryption() {}

    public static byte[] encrypt(PublicKey recipient, byte[] plain, SecureRandom random) {
        if (plain.length == 0) {
            throw new IllegalArgumentException("SM2 does not encrypt nothing");
        }
        // The engine's own default is the old order C1 C2 C3.
        SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.init(true, new ParametersWithRandom(Sm2Curve.parameters(recipient), random));
        try {
            byte[] raw = engine.processBlock(plain, 0, plain.length);
            return toDer(raw);
        } catch (InvalidCipherTextException | IOException e) {
            throw new IllegalStateException("encrypting cannot fail", e);
        }
    }

    /** Opens what {@link #encrypt} or anybody else wrote in this form. */
    public static byte[] decrypt(PrivateKey key, byte[] cipher) throws UndecipherableException {
        SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.init(false, Sm2Curve.parameters(key));
        try {
            byte[] raw = fromDer(cipher);
            return engine.processBlock(raw, 0, raw.length);
        } catch (InvalidCipherTextException
                | IOException
                | IllegalArgumentException
                | IllegalStateException e) {
            throw new UndecipherableException();
        }
    }

    private static byte[] toDer(byte[] raw) throws IOException {
        return new DERSequence(
                        new ASN1Encodable[] {
                            new ASN1Integer(new BigInteger(1, raw, 1, COORDINATE)),
                            new ASN1Integer(new BigInteger(1, raw, 1 + COORDINATE, COORDINATE)),
                            new DEROctetString(Arrays.copyOfRange(raw, POINT, POINT + HASH)),
                            new DEROctetString(Arrays.copyOfRange(raw, POINT + HASH, raw.length))
                        })
                .getEncoded(ASN1Encoding.DER);
    }

    private static byte[] fromDer(byte[] der) throws IOException, UndecipherableException {
        ASN1Sequence cipher = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(der));
        if (cipher == null
                || cipher.size() != 4
                || !Arrays.equals(der, cipher.getEncoded(ASN1Encoding.DER))) {
            throw new UndecipherableException();
        }
        byte[] hash = ASN1OctetString.getInstance(cipher.getObjectAt(2)).getOctets();
        byte[] text = ASN1OctetString.getInstance(cipher.getObjectAt(3)).getOctets();
        if (hash.length != HASH || text.length == 0) {
            throw new UndecipherableException();
        }
        byte[] x = BigIntegers.asUnsignedByteArray(COORDINATE, coordinate(cipher, 0));
        byte[] y = BigIntegers.asUnsignedByteArray(COORDINATE, coordinate(cipher, 1));
        return org.bouncycastle.util.Arrays.concatenate(new byte[][] {{4}, x, y, hash, text});
    }

    private static BigInteger coordinate(ASN1Sequence cipher, int index) {
        return ASN1Integer.getInstance(cipher.getObjectAt(index)).getPositiveValue();
    }
}
