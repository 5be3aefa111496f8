package org.yinxin.pki.key;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import org.bouncycastle.jce.spec.ECPrivateKeySpec;
import org.bouncycastle.jce.spec.ECPublicKeySpec;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** Makes key pairs, and makes an SM2 pair from its private number. */
public final class KeyPairs {

    private KeyPairs() {}

    public static KeyPair generate(KeyAlgorithm algorithm, SecureRandom random) {
        boolean rsa = algorithm.curve() == null;
        try {
            KeyPairGenerator generator =
                    KeyPairGenerator.getInstance(rsa ? "RSA" : "EC", BouncyCastle.PROVIDER);
            generator.initialize(parameters(algorithm), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot make a key pair of " + algorithm, e);
        }
    }

    private static AlgorithmParameterSpec parameters(KeyAlgorithm algorithm) {
        return switch (algorithm) {
            case SM2, P256, P384 -> new ECGenParameterSpec(algorithm.curveName());
            case RSA_2048, RSA_3072, RSA_4096 ->
                    new RSAKeyGenParameterSpec(algorithm.bits(), RSAKeyGenParameterSpec.F4);
        };
    }

    /**
     * The SM2 pair of a private number, its public point computed anew.
     *
     * @param d the private number, from 1 to n-2 (GM/T 0003.1 6.1)
     */
    public static KeyPair sm2(BigInteger d) {
        if (d.signum() <= 0 || d.compareTo(Sm2Curve.N.subtract(BigInteger.ONE)) >= 0) {
            throw new IllegalArgumentException("the private number is out of range");
        }
        ECPoint q = new FixedPointCombMultiplier().multiply(Sm2Curve.SPEC.getG(), d).normalize();
        try {
            KeyFactory factory = KeyFactory.getInstance("EC", BouncyCastle.PROVIDER);
            return new KeyPair(
                    factory.generatePublic(new ECPublicKeySpec(q, Sm2Curve.SPEC)),
                    factory.generatePrivate(new ECPrivateKeySpec(d, Sm2Curve.SPEC)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Bouncy Castle knows EC keys", e);
        }
    }
}
