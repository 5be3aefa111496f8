package org.yinxin.pki.key;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECFieldElement;
import org.bouncycastle.math.ec.ECPoint;

/**
 * What an SM2 signature is made over, for keys in devices that sign no more than that: e = SM3(Z_A ‖ M), where Z_A binds the signer's
 * user ID, the curve and the public key (GM/T 0003.2-2012, 5.5 and 6.1). The user ID is the default one of GM/T 0009-2012.
 * A value for one key; safe for use by several threads.
 */
public final class Sm2Digest {

    private static final byte[] USER_ID = "1234567812345678".getBytes(StandardCharsets.US_ASCII);
    private static final int BUFFER = 16 * 1024;

    private final SM3Digest begun = new SM3Digest();

    private Sm2Digest(ECPublicKeyParameters key) {
        ECPoint generator = key.getParameters().getG();
        ECCurve curve = key.getParameters().getCurve();
        byte[] bits = {0, (byte) (USER_ID.length * Byte.SIZE)};
        byte[] z =
                Sm3.digest(
                        bits,
                        USER_ID,
                        octets(curve.getA()),
                        octets(curve.getB()),
                        octets(generator.getAffineXCoord()),
                        octets(generator.getAffineYCoord()),
                        octets(key.getQ().getAffineXCoord()),
                        octets(key.getQ().getAffineYCoord()));
        begun.update(z, 0, z.length);
    }

    /**
     * For that key.
     *
     * @throws IllegalArgumentException when it is none of SM2
     */
    public static Sm2Digest of(PublicKey key) {
        return new Sm2Digest(Sm2Curve.parameters(key));
    }

    /** The digest of a content, 32 octets; holds a buffer of it and no more. */
    public byte[] digest(InputStream content) throws IOException {
        SM3Digest digest = new SM3Digest(begun);
        byte[] buffer = new byte[BUFFER];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        byte[] out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return out;
    }

    /**
     * The signature as certificates carry it: SEQUENCE of r and s in DER (GM/T 0009-2012, 7.3).
     *
     * @throws IllegalArgumentException when one of them is not between 1 and n-1
     */
    public static byte[] signature(BigInteger r, BigInteger s) {
        if (r.signum() <= 0 || s.signum() <= 0) {
            throw new IllegalArgumentException("not the numbers of a signature");
        }
        try {
            return StandardDSAEncoding.INSTANCE.encode(Sm2Curve.N, r, s);
        } catch (IOException e) {
            throw new IllegalArgumentException("not the numbers of a signature", e);
        }
    }

    private static byte[] octets(ECFieldElement element) {
        return element.getEncoded();
    }
}
