package org.yinxin.authority.key.pkcs11;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.PublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.key.SigningKey;

/** A key in a token. It may be kept for as long as the process runs, whatever becomes of the sessions in the meantime. */
final class TokenSigningKey implements SigningKey {

    /** How a digest is signed; throws in words when it is not. */
    interface Signer {
        byte[] sign(DigestToSign digest);
    }

    private final PublicKey publicKey;
    private final KeyAlgorithm algorithm;
    private final Signer signer;

    TokenSigningKey(PublicKey publicKey, Signer signer) {
        this.publicKey = publicKey;
        this.algorithm = PublicKeys.algorithmOf(publicKey);
        this.signer = signer;
    }

    @Override
    public PublicKey publicKey() {
        return publicKey;
    }

    @Override
    public AlgorithmIdentifier signatureAlgorithm() {
        return algorithm.signatureAlgorithm();
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
        return signer.sign(DigestToSign.of(algorithm, content));
    }

    @Override
    public String toString() {
        return "TokenSigningKey[" + algorithm + "]";
    }
}
