package org.yinxin.authority.key.pkcs11;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.yinxin.pki.key.KeyAlgorithm;

/**
 * What the token is given to sign: for ECDSA the digest, for RSA the DigestInfo around it (RFC 8017, 9.2). So a revocation list of
 * many megabytes does not travel to the device, and what was read from a stream can be signed again when a session was lost.
 */
final class DigestToSign {

    private static final int BUFFER = 16 * 1024;

    private final boolean rsa;
    private final byte[] octets;

    private DigestToSign(boolean rsa, byte[] octets) {
        this.rsa = rsa;
        this.octets = octets;
    }

    /** Holds a buffer of the content and no more. */
    static DigestToSign of(KeyAlgorithm algorithm, InputStream content) throws IOException {
        boolean long_ = algorithm == KeyAlgorithm.P384;
        MessageDigest digest = digest(long_ ? "SHA-384" : "SHA-256");
        byte[] buffer = new byte[BUFFER];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        boolean rsa = algorithm.curve() == null;
        byte[] octets = digest.digest();
        return new DigestToSign(
                rsa, rsa ? digestInfo(NISTObjectIdentifiers.id_sha256, octets) : octets);
    }

    private static byte[] digestInfo(ASN1ObjectIdentifier hash, byte[] digest) {
        try {
            return new DigestInfo(new AlgorithmIdentifier(hash, DERNull.INSTANCE), digest)
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + name, e);
        }
    }

    boolean isForRsa() {
        return rsa;
    }

    byte[] octets() {
        return octets.clone();
    }
}
