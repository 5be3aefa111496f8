package org.yinxin.authority.key;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.key.Signatures;
import org.yinxin.pki.key.SigningKey;
import org.yinxin.pki.key.SoftwareSigningKey;

/**
 * A key in memory that OpenSSL signs with, for the algorithms where that is several times as fast: P-256 and RSA. The figures are
 * in {@code docs/performance.md}. Each use of it borrows a context, of which there are never more than were in use at once.
 */
final class NativeSigningKey implements SigningKey {

    private static final Logger LOG = LoggerFactory.getLogger(NativeSigningKey.class);
    private static final byte[] TRIAL = "whether this key signs".getBytes(StandardCharsets.UTF_8);
    private static final int BUFFER = 16 * 1024;
    private static final int LONGEST_SIGNATURE = 512;
    private static final int DIGEST_OCTETS = 32;

    private final LibCrypto library;
    private final PublicKey publicKey;
    private final KeyAlgorithm algorithm;
    private final MemorySegment key;
    private final ConcurrentLinkedQueue<Pen> idle = new ConcurrentLinkedQueue<>();

    private NativeSigningKey(LibCrypto library, KeyPair pair, KeyAlgorithm algorithm) {
        this.library = library;
        this.publicKey = pair.getPublic();
        this.algorithm = algorithm;
        this.key = library.key(pair.getPrivate().getEncoded());
    }

    /** The key in the hands of OpenSSL where that is faster and installed, and of Bouncy Castle elsewhere. */
    static SigningKey fastest(KeyPair pair, SecureRandom random) {
        return switch (PublicKeys.algorithmOf(pair.getPublic())) {
            case P256, RSA_2048, RSA_3072, RSA_4096 ->
                    of(pair).orElseGet(() -> new SoftwareSigningKey(pair, random));
            case SM2, P384 -> new SoftwareSigningKey(pair, random);
        };
    }

    /** Empty where OpenSSL 3 is not installed, or does not sign what others verify. */
    static Optional<SigningKey> of(KeyPair pair) {
        return LibCrypto.find().flatMap(library -> of(library, pair));
    }

    private static Optional<SigningKey> of(LibCrypto library, KeyPair pair) {
        KeyAlgorithm algorithm = PublicKeys.algorithmOf(pair.getPublic());
        SigningKey tried = new NativeSigningKey(library, pair, algorithm);
        boolean good =
                Signatures.verify(
                        pair.getPublic(), tried.signatureAlgorithm(), TRIAL, tried.sign(TRIAL));
        if (!good) {
            LOG.warn("{} signs with {} what cannot be verified", library.version(), algorithm);
            return Optional.empty();
        }
        LOG.info("{} signs with a key of {}", library.version(), algorithm);
        return Optional.of(tried);
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
        return signDigest(sha256().digest(content));
    }

    /** Holds a buffer of it and no more. */
    @Override
    public byte[] sign(InputStream content) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return signDigest(digest.digest());
    }

    private byte[] signDigest(byte[] digest) {
        Pen pen = idle.poll();
        if (pen == null) {
            pen = new Pen();
        }
        byte[] signature = pen.sign(digest);
        // Only one that finished goes back: after a failure its state is unknown.
        idle.add(pen);
        return signature;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A context with its buffers; for one thread at a time. */
    private final class Pen {

        private final Arena arena = Arena.ofAuto();
        private final MemorySegment context = library.context(key, algorithm.curve() == null);
        private final MemorySegment digest = arena.allocate(DIGEST_OCTETS);
        private final MemorySegment signature = arena.allocate(LONGEST_SIGNATURE);
        private final MemorySegment length = arena.allocate(JAVA_LONG);

        byte[] sign(byte[] octets) {
            MemorySegment.copy(octets, 0, digest, JAVA_BYTE, 0, DIGEST_OCTETS);
            length.set(JAVA_LONG, 0, LONGEST_SIGNATURE);
            library.sign(context, digest, signature, length);
            return signature.asSlice(0, length.get(JAVA_LONG, 0)).toArray(JAVA_BYTE);
        }
    }

    /** Says which kind of key it is and never what it is. */
    @Override
    public String toString() {
        return "NativeSigningKey[" + algorithm + "]";
    }
}
