package org.yinxin.authority.key;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.key.BouncyCastle;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.SigningKey;

/**
 * Keys in password-protected PKCS#12 files, one file of mode 600 for each key, in one folder.
 *
 * <p>PKCS#12 keeps a certificate beside each key; here it is a placeholder that the key signed for itself, because
 * the authority's real certificate does not exist yet when its key is written.
 *
 * <p>The JDK writes the files (RFC 7292; AES-256, PBKDF2 and the MAC with SHA-256, 10,000 rounds each) and Bouncy
 * Castle, which knows the curve of SM2, reads them. Bouncy Castle would write them with 600,000 rounds. Rounds
 * protect what a person made up; {@link PasswordFile} takes no password so short, and the rounds would cost each start
 * seconds.
 */
public final class Pkcs12AuthorityKeys implements AuthorityKeyStore {

    private static final String TYPE = "PKCS12";
    private static final String ENTRY = "key";

    private final Path folder;
    private final Path passwordFile;
    private final SecureRandom random;
    private final Clock clock;
    private final Map<KeyHandle, SigningKey> opened = new ConcurrentHashMap<>();

    public Pkcs12AuthorityKeys(Path folder, Path passwordFile, SecureRandom random, Clock clock) {
        this.folder = folder;
        this.passwordFile = passwordFile;
        this.random = random;
        this.clock = clock;
    }

    /** All of them. */
    @Override
    public boolean makes(KeyAlgorithm algorithm) {
        return true;
    }

    @Override
    public boolean holds(KeyHandle handle) {
        return Files.exists(file(handle));
    }

    @Override
    public KeyHandle create(String label, KeyAlgorithm algorithm) {
        KeyPair pair = KeyPairs.generate(algorithm, random);
        KeyHandle handle = KeyHandle.of(label, pair.getPublic());
        SigningKey key = NativeSigningKey.fastest(pair, random);
        byte[] placeholder = Placeholder.certificate(key, handle, clock.instant(), random);
        char[] password = PasswordFile.read(passwordFile);
        try {
            KeyStore store = KeyStore.getInstance(TYPE, "SunJSSE");
            store.load(null, null);
            store.setKeyEntry(
                    ENTRY, pair.getPrivate(), password, new Certificate[] {parse(placeholder)});
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, password);
            OwnerOnly.write(file(handle), out.toByteArray());
            // Deriving keys from the password once more would only cost a first start time.
            opened.put(handle, key);
        } catch (GeneralSecurityException | IOException e) {
            throw unavailable("The key file " + file(handle) + " cannot be written", e);
        } finally {
            Arrays.fill(password, '\0');
        }
        return handle;
    }

    /** The purposes are not kept apart here: one file, one key, all of them. */
    @Override
    public SigningKey open(KeyHandle handle, KeyPurpose purpose) {
        return opened.computeIfAbsent(handle, this::load);
    }

    private SigningKey load(KeyHandle handle) {
        Path file = file(handle);
        char[] password = PasswordFile.read(passwordFile);
        try {
            OwnerOnly.require(file);
            KeyStore store = KeyStore.getInstance(TYPE, BouncyCastle.PROVIDER);
            store.load(new ByteArrayInputStream(Files.readAllBytes(file)), password);
            if (!(store.getKey(ENTRY, password) instanceof PrivateKey privateKey)) {
                throw unavailable("The key file " + file + " holds no key", null);
            }
            Certificate certificate = store.getCertificate(ENTRY);
            KeyPair pair = new KeyPair(certificate.getPublicKey(), privateKey);
            return NativeSigningKey.fastest(pair, random);
        } catch (IOException e) {
            throw unavailable(
                    "The key file "
                            + file
                            + " cannot be opened; is it there, whole, and does the password in "
                            + passwordFile
                            + " belong to it?",
                    e);
        } catch (GeneralSecurityException e) {
            throw unavailable("The key file " + file + " cannot be understood", e);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private Path file(KeyHandle handle) {
        return folder.resolve(handle.value() + ".p12");
    }

    private static Certificate parse(byte[] der) throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509", BouncyCastle.PROVIDER)
                .generateCertificate(new ByteArrayInputStream(der));
    }

    private static KeyStoreUnavailableException unavailable(
            String message, @Nullable Throwable cause) {
        return new KeyStoreUnavailableException(message, cause);
    }

    @Override
    public String toString() {
        return "the key folder " + folder;
    }
}
