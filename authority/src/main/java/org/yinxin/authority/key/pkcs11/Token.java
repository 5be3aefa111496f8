package org.yinxin.authority.key.pkcs11;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.key.Connection;
import org.yinxin.authority.key.KeyHandle;
import org.yinxin.authority.key.KeyStoreUnavailableException;
import org.yinxin.authority.key.PinFile;
import org.yinxin.pki.key.BouncyCastle;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.MalformedKeyException;
import org.yinxin.pki.key.PublicKeys;

/**
 * A token that this process is logged in to, through one instance of SunPKCS11. Sessions belong to that instance; when they broke,
 * another instance is made instead. Safe for use by several threads.
 */
final class Token implements Connection.Device {

    private static final String PROVIDER = "SunPKCS11";
    private static final String TYPE = "PKCS11";
    private static final int TAG_BITS = 128;

    private final Provider provider;
    private final String name;
    private final Map<KeyHandle, PrivateKey> known = new ConcurrentHashMap<>();
    private final Map<String, SecretKey> secrets = new ConcurrentHashMap<>();

    private Token(Provider provider, String name) {
        this.provider = provider;
        this.name = name;
    }

    /**
     * Finds the token and logs in to it.
     *
     * @throws KeyStoreUnavailableException with a sentence that says what to do
     */
    static Token open(Pkcs11Settings settings, PinFile pinFile) {
        Cryptoki.Found found = Cryptoki.load(settings.library()).find(settings.token());
        String name = "the token " + settings.token();
        found.flags()
                .fault()
                .ifPresent(
                        why -> {
                            throw new KeyStoreUnavailableException(
                                    "T" + name.substring(1) + " " + why + ".", null);
                        });
        Token token = new Token(provider(settings.library(), found.slot()), name);
        char[] pin = pinFile.read();
        try {
            token.keyStore(pin);
            return token;
        } catch (TokenFault e) {
            if (e.isWrongPin()) {
                pinFile.refuse(pin);
            }
            throw e.unavailable(name, pinFile.toString());
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    private static Provider provider(Path library, int slot) {
        Provider template = Security.getProvider(PROVIDER);
        if (template == null) {
            throw new KeyStoreUnavailableException(
                    "This Java has no provider SunPKCS11; use a JDK with the module jdk.crypto.cryptoki.",
                    null);
        }
        try {
            return template.configure("--" + configuration(library, slot));
        } catch (ProviderException | IllegalArgumentException e) {
            throw new KeyStoreUnavailableException(
                    "SunPKCS11 cannot use the library %s: %s".formatted(library, e.getMessage()),
                    e);
        }
    }

    /**
     * The language of the PKCS#11 Reference Guide of the JDK. Private keys that are generated stay in the token, secret and for good, and
     * do nothing but sign.
     */
    private static String configuration(Path library, int slot) {
        return """
               name = authority
               library = "%s"
               slotListIndex = %d
               attributes(generate, CKO_PRIVATE_KEY, *) = {
                 CKA_TOKEN = true
                 CKA_PRIVATE = true
                 CKA_SENSITIVE = true
                 CKA_EXTRACTABLE = false
                 CKA_SIGN = true
                 CKA_DECRYPT = false
                 CKA_UNWRAP = false
               }
               """
                .formatted(library, slot);
    }

    private KeyStore keyStore(char @Nullable [] pin) throws TokenFault {
        try {
            KeyStore store = KeyStore.getInstance(TYPE, provider);
            store.load(null, pin);
            return store;
        } catch (IOException | GeneralSecurityException | ProviderException e) {
            throw new TokenFault(e);
        }
    }

    /** Makes a pair whose private half is in the token and stays there, still without a name. */
    KeyPair generate(KeyAlgorithm algorithm) throws TokenFault {
        try {
            boolean rsa = algorithm.curve() == null;
            KeyPairGenerator generator = KeyPairGenerator.getInstance(rsa ? "RSA" : "EC", provider);
            generator.initialize(parameters(algorithm));
            KeyPair pair = generator.generateKeyPair();
            return new KeyPair(PublicKeys.decode(pair.getPublic().getEncoded()), pair.getPrivate());
        } catch (GeneralSecurityException | MalformedKeyException | ProviderException e) {
            throw new TokenFault(e);
        }
    }

    private static AlgorithmParameterSpec parameters(KeyAlgorithm algorithm) {
        return switch (algorithm) {
            case P256 -> new ECGenParameterSpec("secp256r1");
            case P384 -> new ECGenParameterSpec("secp384r1");
            case RSA_2048, RSA_3072, RSA_4096 ->
                    new RSAKeyGenParameterSpec(algorithm.bits(), RSAKeyGenParameterSpec.F4);
            case SM2 -> throw new IllegalArgumentException("PKCS#11 v2.40 does not know SM2");
        };
    }

    /** Gives a generated key its name; the certificate is what finds it again. */
    void name(KeyHandle handle, PrivateKey key, byte[] certificate) throws TokenFault {
        try {
            Certificate parsed =
                    CertificateFactory.getInstance("X.509", BouncyCastle.PROVIDER)
                            .generateCertificate(new ByteArrayInputStream(certificate));
            loggedIn().setKeyEntry(handle.value(), key, null, new Certificate[] {parsed});
        } catch (GeneralSecurityException | ProviderException e) {
            throw new TokenFault(e);
        }
    }

    /** The pair of that name. Looks into the token each time: another node may have made it just now. */
    Optional<KeyPair> find(KeyHandle handle) throws TokenFault {
        try {
            KeyStore store = loggedIn();
            Certificate certificate = store.getCertificate(handle.value());
            if (certificate != null
                    && store.getKey(handle.value(), null) instanceof PrivateKey key) {
                known.put(handle, key);
                return Optional.of(
                        new KeyPair(
                                PublicKeys.decode(certificate.getPublicKey().getEncoded()), key));
            }
            return Optional.empty();
        } catch (GeneralSecurityException | MalformedKeyException | ProviderException e) {
            throw new TokenFault(e);
        }
    }

    // Without a PIN: when the login has ended this fails, and offers the token no wrong one.
    private KeyStore loggedIn() throws TokenFault {
        return keyStore(null);
    }

    /** Signs a digest with the key of that name. */
    byte[] sign(KeyHandle handle, DigestToSign digest) throws TokenFault {
        PrivateKey key = known.get(handle);
        if (key == null) {
            key = find(handle).map(KeyPair::getPrivate).orElseThrow(TokenFault::noKey);
        }
        return sign(key, digest);
    }

    byte[] sign(PrivateKey key, DigestToSign digest) throws TokenFault {
        try {
            if (digest.isForRsa()) {
                // SunPKCS11 has no signature of a digest for RSA, but the same mechanism,
                // CKM_RSA_PKCS,
                // under this name: it pads a private key's block as PKCS#1 v1.5 pads signatures.
                Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding", provider);
                rsa.init(Cipher.ENCRYPT_MODE, key);
                return rsa.doFinal(digest.octets());
            }
            Signature ecdsa = Signature.getInstance("NONEwithECDSA", provider);
            ecdsa.initSign(key);
            ecdsa.update(digest.octets());
            return ecdsa.sign();
        } catch (GeneralSecurityException | ProviderException e) {
            throw new TokenFault(e);
        }
    }

    /** AES-GCM with the secret key of a label; empty when what is to be decrypted does not fit its tag. */
    Optional<byte[]> gcm(int mode, String label, byte[] nonce, byte[] bound, byte[] input)
            throws TokenFault {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", provider);
            cipher.init(mode, secretKey(label), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(bound);
            return Optional.of(cipher.doFinal(input));
        } catch (AEADBadTagException _) {
            return Optional.empty();
        } catch (GeneralSecurityException | ProviderException e) {
            throw new TokenFault(e);
        }
    }

    private SecretKey secretKey(String label) throws TokenFault, GeneralSecurityException {
        SecretKey found = secrets.get(label);
        if (found == null) {
            if (!(loggedIn().getKey(label, null) instanceof SecretKey key)) {
                throw TokenFault.noKey();
            }
            found = key;
            secrets.put(label, key);
        }
        return found;
    }

    /**
     * Leaves the provider to the collector, which closes its sessions. Logging out is no way: it would log out everybody in this
     * process.
     */
    @Override
    public void close() {
        known.clear();
        secrets.clear();
    }

    @Override
    public String toString() {
        return name;
    }
}
