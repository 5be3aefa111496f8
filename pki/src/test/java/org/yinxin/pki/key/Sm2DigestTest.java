package org.yinxin.pki.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;

class Sm2DigestTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** The formula of GM/T 0003.2-2012, 6.1, with what is made here as e, is what a verifier takes for a signature. */
    @Test
    void what_is_signed_with_the_digest_verifies() throws IOException {
        KeyPair pair = KeyPairs.generate(KeyAlgorithm.SM2, RANDOM);
        for (int length : new int[] {0, 1, 64, 40_000}) {
            byte[] content = new byte[length];
            RANDOM.nextBytes(content);
            byte[] digest =
                    Sm2Digest.of(pair.getPublic()).digest(new ByteArrayInputStream(content));
            byte[] signature = sign(pair, new BigInteger(1, digest));
            assertThat(
                            Signatures.verify(
                                    pair.getPublic(),
                                    KeyAlgorithm.SM2.signatureAlgorithm(),
                                    content,
                                    signature))
                    .isTrue();
        }
    }

    private static byte[] sign(KeyPair pair, BigInteger e) {
        ECPrivateKeyParameters key = Sm2Curve.parameters(pair.getPrivate());
        BigInteger n = Sm2Curve.N;
        BigInteger k = new BigInteger(250, RANDOM).add(BigInteger.ONE);
        ECPoint point = key.getParameters().getG().multiply(k).normalize();
        BigInteger r = e.add(point.getAffineXCoord().toBigInteger()).mod(n);
        BigInteger s =
                BigInteger.ONE
                        .add(key.getD())
                        .modInverse(n)
                        .multiply(k.subtract(r.multiply(key.getD())))
                        .mod(n);
        return Sm2Digest.signature(r, s);
    }

    @Test
    void refuses_other_keys_and_numbers_that_are_no_signature() {
        KeyPair other = KeyPairs.generate(KeyAlgorithm.P256, RANDOM);
        assertThatIllegalArgumentException().isThrownBy(() -> Sm2Digest.of(other.getPublic()));
        BigInteger one = BigInteger.ONE;
        assertThat(Sm2Digest.signature(one, one)).hasSize(8);
        for (BigInteger wrong :
                new BigInteger[] {BigInteger.ZERO, Sm2Curve.N, one.negate(), one.shiftLeft(300)}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Sm2Digest.signature(wrong, one));
            assertThatIllegalArgumentException().isThrownBy(() -> Sm2Digest.signature(one, wrong));
        }
    }
}
