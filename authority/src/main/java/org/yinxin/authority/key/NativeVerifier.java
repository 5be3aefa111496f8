package org.yinxin.authority.key;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.jce.interfaces.ECPublicKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.key.SignatureVerifier;
import org.yinxin.pki.key.Signatures;
import org.yinxin.pki.key.SoftwareSigningKey;

/**
 * Verifies with OpenSSL what keys of P-256 have signed, and all else with Bouncy Castle. For keys that are met once, as those in
 * requests are: Bouncy Castle becomes as fast only with a key that it has met before.
 */
public final class NativeVerifier implements SignatureVerifier {

    private static final Logger LOG = LoggerFactory.getLogger(NativeVerifier.class);
    private static final int POINT_OCTETS = 65;
    private static final int DIGEST_OCTETS = 32;
    private static final int LONGEST_SIGNATURE = 72;
    private static final byte[] TRIAL =
            "whether this signature is verified".getBytes(StandardCharsets.UTF_8);

    private final LibCrypto library;
    private final KeyPair trial;
    private final ConcurrentLinkedQueue<Glass> idle = new ConcurrentLinkedQueue<>();

    private NativeVerifier(LibCrypto library, KeyPair trial) {
        this.library = library;
        this.trial = trial;
    }

    /** With OpenSSL 3 where it is installed and tells right from wrong, and otherwise with Bouncy Castle alone. */
    public static SignatureVerifier fastest(SecureRandom random) {
        return of(random).orElse(Signatures::verify);
    }

    static Optional<SignatureVerifier> of(SecureRandom random) {
        return LibCrypto.find().flatMap(library -> of(library, random));
    }

    private static Optional<SignatureVerifier> of(LibCrypto library, SecureRandom random) {
        KeyPair trial = KeyPairs.generate(KeyAlgorithm.P256, random);
        NativeVerifier tried = new NativeVerifier(library, trial);
        AlgorithmIdentifier algorithm = KeyAlgorithm.P256.signatureAlgorithm();
        byte[] signature = new SoftwareSigningKey(trial, random).sign(TRIAL);
        boolean right =
                tried.verify(trial.getPublic(), algorithm, TRIAL, signature)
                        && !tried.verify(trial.getPublic(), algorithm, new byte[1], signature);
        if (!right) {
            LOG.warn("{} does not verify what Bouncy Castle signs", library.version());
            return Optional.empty();
        }
        return Optional.of(tried);
    }

    @Override
    public boolean verify(
            PublicKey key, AlgorithmIdentifier algorithm, byte[] content, byte[] signature) {
        boolean plain =
                key instanceof ECPublicKey
                        && PublicKeys.algorithmOf(key) == KeyAlgorithm.P256
                        && KeyAlgorithm.P256.signatureAlgorithm().equals(algorithm);
        if (!plain) {
            return Signatures.verify(key, algorithm, content, signature);
        }
        ECPublicKey point = (ECPublicKey) key;
        return encodedAnew(signature, point.getParameters().getN())
                .filter(sound -> verify(point.getQ().getEncoded(false), content, sound))
                .isPresent();
    }

    private boolean verify(byte[] point, byte[] content, byte[] signature) {
        Glass glass = idle.poll();
        if (glass == null) {
            glass = new Glass();
        }
        boolean good = glass.verifies(point, sha256(content), signature);
        // Only one that finished goes back: after a failure its state is unknown.
        idle.add(glass);
        return good;
    }

    // Bouncy Castle reads nothing but what it would have written, of two numbers below the order.
    private static Optional<byte[]> encodedAnew(byte[] signature, BigInteger order) {
        try {
            BigInteger[] numbers =
                    Der.interpret(() -> StandardDSAEncoding.INSTANCE.decode(order, signature));
            return Optional.of(StandardDSAEncoding.INSTANCE.encode(order, numbers[0], numbers[1]));
        } catch (MalformedDerException e) {
            return Optional.empty(); // bytes that are no signature at all
        } catch (IOException e) {
            throw new IllegalStateException("encoding in memory cannot fail", e);
        }
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A key that takes on any point, with buffers; for one thread at a time. */
    private final class Glass {

        private final Arena arena = Arena.ofAuto();
        private final MemorySegment key = library.key(trial.getPrivate().getEncoded());
        private final MemorySegment point = arena.allocate(POINT_OCTETS);
        private final MemorySegment digest = arena.allocate(DIGEST_OCTETS);
        private final MemorySegment signature = arena.allocate(LONGEST_SIGNATURE);

        boolean verifies(byte[] pointOctets, byte[] digestOctets, byte[] signatureOctets) {
            MemorySegment.copy(pointOctets, 0, point, JAVA_BYTE, 0, POINT_OCTETS);
            MemorySegment.copy(digestOctets, 0, digest, JAVA_BYTE, 0, DIGEST_OCTETS);
            MemorySegment.copy(signatureOctets, 0, signature, JAVA_BYTE, 0, signatureOctets.length);
            return library.verifies(
                    key, point, digest, signature.asSlice(0, signatureOctets.length));
        }
    }
}
