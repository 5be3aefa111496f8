package org.yinxin.pki.key;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.spec.ECNamedCurveParameterSpec;
import org.bouncycastle.math.ec.ECPoint;

/**
 * Keys on curves whose private number anybody can read in a standard, or guess because it or its negative is tiny. A number and its
 * negative have the same X.
 */
public final class KnownKeys {

    private static final int TINY = 64;

    /** A point of a curve or its negative. */
    private record Known(KeyAlgorithm algorithm, BigInteger x) {}

    private record Example(KeyAlgorithm algorithm, String number) {}

    private static final List<Example> EXAMPLES =
            List.of(
                    // GB/T 32918.5-2017, annexes A to C
                    new Example(
                            KeyAlgorithm.SM2,
                            "3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8"),
                    // RFC 6979, A.2.5 and A.2.6
                    new Example(
                            KeyAlgorithm.P256,
                            "c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721"),
                    new Example(
                            KeyAlgorithm.P384,
                            "6b9d3dad2e1b8c1c05b19875b6659f4de23c3b667bf297ba9aa47740787137d8"
                                    + "96d5724e4c70a825f872c9ea60d2edf5"),
                    // RFC 7515, A.3.1
                    new Example(
                            KeyAlgorithm.P256,
                            "8e9b109e719098bf980487df1f5d77e9cb29606ebed2263b5f57c213df84f4b2"));

    private static final Set<Known> KNOWN = known();

    private static Set<Known> known() {
        Set<Known> known = new HashSet<>();
        EXAMPLES.forEach(
                example ->
                        known.add(
                                known(
                                        example.algorithm(),
                                        curve(example.algorithm())
                                                .getG()
                                                .multiply(new BigInteger(example.number(), 16)))));
        for (KeyAlgorithm algorithm :
                List.of(KeyAlgorithm.SM2, KeyAlgorithm.P256, KeyAlgorithm.P384)) {
            ECPoint generator = curve(algorithm).getG();
            ECPoint point = generator;
            for (int number = 1; number <= TINY; number++) {
                known.add(known(algorithm, point));
                point = point.add(generator);
            }
        }
        return Set.copyOf(known);
    }

    private static ECNamedCurveParameterSpec curve(KeyAlgorithm algorithm) {
        return ECNamedCurveTable.getParameterSpec(algorithm.curveName());
    }

    private static Known known(KeyAlgorithm algorithm, ECPoint point) {
        return new Known(algorithm, point.normalize().getAffineXCoord().toBigInteger());
    }

    private KnownKeys() {}

    /** Whether the private key is publicly known; of RSA none is. */
    public static boolean contain(PublicKey key) {
        return key instanceof ECPublicKey point
                && KNOWN.contains(
                        new Known(PublicKeys.algorithmOf(key), point.getW().getAffineX()));
    }
}
