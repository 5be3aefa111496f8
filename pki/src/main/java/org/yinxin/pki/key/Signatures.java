package org.yinxin.pki.key;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Null;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;

/** Verifies signatures of the kinds that we accept; SHA-1 and MD5 are not among them. */
public final class Signatures {

    private static final int BUFFER = 16 * 1024;

    private Signatures() {}

    /** Whether the signature is good. Anything odd, also an algorithm that does not fit the key, is simply not good. */
    public static boolean verify(
            PublicKey key, AlgorithmIdentifier algorithm, byte[] content, byte[] signature) {
        try {
            return verify(key, algorithm, new ByteArrayInputStream(content), signature);
        } catch (IOException e) {
            throw new UncheckedIOException("an array cannot be read", e);
        }
    }

    /** The same for what is too long to be held at once. */
    public static boolean verify(
            PublicKey key, AlgorithmIdentifier algorithm, InputStream content, byte[] signature)
            throws IOException {
        String name = nameOf(key, algorithm);
        if (name == null) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance(name, BouncyCastle.PROVIDER);
            verifier.initVerify(key);
            update(verifier, content);
            return verifier.verify(signature);
        } catch (SignatureException e) {
            return false; // bytes that are no signature at all
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Bouncy Castle knows " + name, e);
        }
    }

    static void update(Signature signature, InputStream content)
            throws IOException, SignatureException {
        byte[] buffer = new byte[BUFFER];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            signature.update(buffer, 0, read);
        }
    }

    private static @Nullable String nameOf(PublicKey key, AlgorithmIdentifier algorithm) {
        ASN1Encodable parameters = algorithm.getParameters();
        if (parameters != null && !(parameters instanceof ASN1Null)) {
            return null;
        }
        ASN1ObjectIdentifier oid = algorithm.getAlgorithm();
        if (key instanceof RSAPublicKey) {
            return oid.equals(PKCSObjectIdentifiers.sha256WithRSAEncryption)
                    ? "SHA256withRSA"
                    : oid.equals(PKCSObjectIdentifiers.sha384WithRSAEncryption)
                            ? "SHA384withRSA"
                            : oid.equals(PKCSObjectIdentifiers.sha512WithRSAEncryption)
                                    ? "SHA512withRSA"
                                    : null;
        }
        KeyAlgorithm kind = PublicKeys.algorithmOf(key);
        return oid.equals(kind.signatureAlgorithm().getAlgorithm()) ? kind.signatureName() : null;
    }
}
