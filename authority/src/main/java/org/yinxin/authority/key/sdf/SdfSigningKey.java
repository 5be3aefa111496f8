package org.yinxin.authority.key.sdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.PublicKey;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.SigningKey;
import org.yinxin.pki.key.Sm2Digest;

/**
 * A key in an SDF device, which is given the digest. It may be kept for as long as the process runs, whatever becomes of the sessions in
 * the meantime.
 */
final class SdfSigningKey implements SigningKey {

    private final PublicKey publicKey;
    private final Sm2Digest digest;
    private final UnaryOperator<byte[]> signer;

    /**
     * Over what signs a digest.
     *
     * @param signer answers the signature in DER
     */
    SdfSigningKey(PublicKey publicKey, UnaryOperator<byte[]> signer) {
        this.publicKey = publicKey;
        this.digest = Sm2Digest.of(publicKey);
        this.signer = signer;
    }

    @Override
    public PublicKey publicKey() {
        return publicKey;
    }

    @Override
    public AlgorithmIdentifier signatureAlgorithm() {
        return KeyAlgorithm.SM2.signatureAlgorithm();
    }

    @Override
    public byte[] sign(byte[] content) {
        try {
            return sign(new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException("an array cannot be read", e);
        }
    }

    @Override
    public byte[] sign(InputStream content) throws IOException {
        return signer.apply(digest.digest(content));
    }

    @Override
    public String toString() {
        return "SdfSigningKey[SM2]";
    }
}
