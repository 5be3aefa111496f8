package org.yinxin.pki.key;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.interfaces.ECPublicKey;
import org.bouncycastle.jce.spec.ECNamedCurveParameterSpec;
import org.bouncycastle.jce.spec.ECPublicKeySpec;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/**
 * Reads public keys from outside. What comes out is of a kind that may be certified, its point lies on its curve, and its
 * encoding is the canonical one, so that two encodings of one key cannot pass for two keys.
 */
public final class PublicKeys {

    private static final int MOST_BYTES = 2048;
    private static final BigInteger F4 = BigInteger.valueOf(65537);

    private PublicKeys() {}

    /** Reads a SubjectPublicKeyInfo in DER. */
    public static PublicKey decode(byte[] spkiDer) throws MalformedKeyException {
        if (spkiDer.length > MOST_BYTES) {
            throw new MalformedKeyException(KeyFault.MALFORMED, "too long for a public key");
        }
        SubjectPublicKeyInfo info;
        try {
            info = SubjectPublicKeyInfo.getInstance(ASN1Primitive.fromByteArray(spkiDer));
            if (info == null || !Arrays.equals(info.getEncoded(ASN1Encoding.DER), spkiDer)) {
                throw new MalformedKeyException(KeyFault.MALFORMED, "not DER");
            }
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            throw new MalformedKeyException(
                    KeyFault.MALFORMED, "not a SubjectPublicKeyInfo: " + e.getClass());
        }
        return decode(info);
    }

    /** Reads a SubjectPublicKeyInfo that has been parsed already. */
    public static PublicKey decode(SubjectPublicKeyInfo info) throws MalformedKeyException {
        if (info.getPublicKeyData().getPadBits() != 0) {
            throw new MalformedKeyException(KeyFault.MALFORMED, "a key is whole octets");
        }
        ASN1ObjectIdentifier kind = info.getAlgorithm().getAlgorithm();
        if (kind.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return ellipticCurve(info);
        }
        if (kind.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return rsa(info);
        }
        throw new MalformedKeyException(KeyFault.UNSUPPORTED, "keys of kind " + kind);
    }

    private static PublicKey ellipticCurve(SubjectPublicKeyInfo info) throws MalformedKeyException {
        if (!(info.getAlgorithm().getParameters() instanceof ASN1ObjectIdentifier curve)) {
            throw new MalformedKeyException(KeyFault.UNSUPPORTED, "the curve is not a named one");
        }
        for (KeyAlgorithm algorithm : KeyAlgorithm.values()) {
            if (curve.equals(algorithm.curve())) {
                return point(algorithm, info.getPublicKeyData().getOctets());
            }
        }
        throw new MalformedKeyException(KeyFault.UNSUPPORTED, "keys on the curve " + curve);
    }

    private static PublicKey point(KeyAlgorithm algorithm, byte[] octets)
            throws MalformedKeyException {
        // RFC 5480 2.2 leaves compressed points optional; GM/T 0009-2012 writes SM2 points
        // uncompressed.
        if (octets.length != 1 + algorithm.bits() / 8 * 2 || octets[0] != 4) {
            throw new MalformedKeyException(KeyFault.MALFORMED, "not an uncompressed point");
        }
        ECNamedCurveParameterSpec curve = ECNamedCurveTable.getParameterSpec(algorithm.curveName());
        ECPoint point;
        try {
            point = curve.getCurve().decodePoint(octets);
        } catch (IllegalArgumentException e) {
            throw new MalformedKeyException(
                    KeyFault.POINT_NOT_ON_CURVE, "the point is not on the curve " + algorithm);
        }
        try {
            return KeyFactory.getInstance("EC", BouncyCastle.PROVIDER)
                    .generatePublic(new ECPublicKeySpec(point, curve));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Bouncy Castle knows EC keys", e);
        }
    }

    private static PublicKey rsa(SubjectPublicKeyInfo info) throws MalformedKeyException {
        org.bouncycastle.asn1.pkcs.RSAPublicKey key;
        try {
            key = org.bouncycastle.asn1.pkcs.RSAPublicKey.getInstance(info.parsePublicKey());
            // Bouncy Castle reads negative numbers as positive ones.
            if (!Arrays.equals(
                    key.getEncoded(ASN1Encoding.DER), info.getPublicKeyData().getOctets())) {
                throw new MalformedKeyException(KeyFault.MALFORMED, "RSA numbers are positive");
            }
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            throw new MalformedKeyException(
                    KeyFault.MALFORMED, "not an RSA public key: " + e.getClass());
        }
        int bits = key.getModulus().bitLength();
        if (bits < 2048) {
            throw new MalformedKeyException(KeyFault.TOO_SMALL, "RSA of " + bits + " bits");
        }
        if (bits != 2048 && bits != 3072 && bits != 4096) {
            throw new MalformedKeyException(KeyFault.UNSUPPORTED, "RSA of " + bits + " bits");
        }
        if (!key.getPublicExponent().testBit(0)
                || key.getPublicExponent().compareTo(F4) < 0
                || key.getPublicExponent().bitLength() > 256) {
            throw new MalformedKeyException(KeyFault.UNSUPPORTED, "an unusual RSA exponent");
        }
        try {
            return KeyFactory.getInstance("RSA", BouncyCastle.PROVIDER)
                    .generatePublic(
                            new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new MalformedKeyException(KeyFault.MALFORMED, "not a sound RSA modulus");
        }
    }

    /**
     * What kind of key it is.
     *
     * @throws IllegalArgumentException when it is of none; keys from {@link #decode} always are of one
     */
    public static KeyAlgorithm algorithmOf(PublicKey key) {
        ASN1Encodable curve =
                key instanceof ECPublicKey
                        ? SubjectPublicKeyInfo.getInstance(key.getEncoded())
                                .getAlgorithm()
                                .getParameters()
                        : null;
        int bits = key instanceof RSAPublicKey rsa ? rsa.getModulus().bitLength() : 0;
        for (KeyAlgorithm algorithm : KeyAlgorithm.values()) {
            ASN1ObjectIdentifier own = algorithm.curve();
            if (own == null ? algorithm.bits() == bits : own.equals(curve)) {
                return algorithm;
            }
        }
        throw new IllegalArgumentException("a key of unsupported kind " + key.getAlgorithm());
    }

    /** The point of an SM2 key: 04, then X and Y of 32 bytes each. */
    public static byte[] sm2Point(PublicKey key) {
        return Sm2Curve.parameters(key).getQ().getEncoded(false);
    }

    /** Reads an SM2 point: 04, then X and Y of 32 bytes each. */
    public static PublicKey fromSm2Point(byte[] point) throws MalformedKeyException {
        return point(KeyAlgorithm.SM2, point);
    }

    /** The private number of an SM2 key as 32 bytes. Whoever calls this holds a secret and must wipe or wrap it. */
    public static byte[] sm2PrivateNumber(PrivateKey key) {
        return BigIntegers.asUnsignedByteArray(32, Sm2Curve.parameters(key).getD());
    }
}
