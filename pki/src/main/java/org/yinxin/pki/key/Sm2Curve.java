package org.yinxin.pki.key;

import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.jcajce.provider.asymmetric.util.ECUtil;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.spec.ECNamedCurveParameterSpec;

/** The curve of GM/T 0003.5 and the way from JCA keys to the engine's numbers. */
final class Sm2Curve {

    static final ECNamedCurveParameterSpec SPEC = ECNamedCurveTable.getParameterSpec("sm2p256v1");
    static final BigInteger N = SPEC.getN();

    /**
     * One object for all keys: the engine computes multiples of the base point once for each object that it is given, which costs more
     * than what it then does with them.
     */
    private static final ECDomainParameters DOMAIN =
            new ECDomainParameters(SPEC.getCurve(), SPEC.getG(), N, SPEC.getH());

    private Sm2Curve() {}

    static ECPublicKeyParameters parameters(PublicKey key) {
        if (PublicKeys.algorithmOf(key) != KeyAlgorithm.SM2) {
            throw new IllegalArgumentException("not an SM2 public key");
        }
        try {
            ECPublicKeyParameters given =
                    (ECPublicKeyParameters) ECUtil.generatePublicKeyParameter(key);
            return new ECPublicKeyParameters(DOMAIN.getCurve().importPoint(given.getQ()), DOMAIN);
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("not an SM2 public key", e);
        }
    }

    static ECPrivateKeyParameters parameters(PrivateKey key) {
        try {
            if (ECUtil.generatePrivateKeyParameter(key) instanceof ECPrivateKeyParameters ec
                    && ec.getParameters().getCurve().equals(SPEC.getCurve())) {
                return new ECPrivateKeyParameters(ec.getD(), DOMAIN);
            }
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("not an SM2 private key", e);
        }
        throw new IllegalArgumentException("not an SM2 private key");
    }
}
