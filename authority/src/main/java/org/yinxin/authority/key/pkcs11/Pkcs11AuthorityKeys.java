package org.yinxin.authority.key.pkcs11;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.yinxin.authority.key.AuthorityKeyStore;
import org.yinxin.authority.key.KeyHandle;
import org.yinxin.authority.key.KeyPurpose;
import org.yinxin.authority.key.KeyStoreUnavailableException;
import org.yinxin.authority.key.Placeholder;
import org.yinxin.authority.key.TrialSignature;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.SigningKey;

/**
 * Keys that a PKCS#11 token makes and never gives away. Beside each lies the placeholder of a certificate that SunPKCS11 finds its key
 * by; it is written after the key, so a power failure between the two leaves a key without a name, which is harmless.
 *
 * <p>The token must know CKM_RSA_PKCS for RSA, and CKM_ECDSA for P-256 and P-384; it is given digests only.
 *
 * <p>When a token answers an error it is connected anew, once ({@link LastingToken}).
 */
public final class Pkcs11AuthorityKeys implements AuthorityKeyStore {

    private final LastingToken token;
    private final String name;
    private final SecureRandom random;
    private final Clock clock;
    private final Map<KeyHandle, SigningKey> opened = new ConcurrentHashMap<>();

    public Pkcs11AuthorityKeys(Pkcs11Settings settings, SecureRandom random, Clock clock) {
        this.token = new LastingToken(settings, clock);
        this.name = token.toString();
        this.random = random;
        this.clock = clock;
    }

    /** PKCS#11 v2.40 has no SM2. */
    @Override
    public boolean makes(KeyAlgorithm algorithm) {
        return algorithm != KeyAlgorithm.SM2;
    }

    @Override
    public boolean holds(KeyHandle handle) {
        return opened.containsKey(handle) || find(handle).isPresent();
    }

    @Override
    public KeyHandle create(String label, KeyAlgorithm algorithm) {
        if (!makes(algorithm)) {
            throw new KeyStoreUnavailableException(
                    "A PKCS#11 token makes no keys of "
                            + algorithm
                            + "; let an SDF device (sdf) or key files (pkcs12) make them: yinxin.authority.keys.",
                    null);
        }
        return token.use(connected -> create(connected, label, algorithm));
    }

    private KeyHandle create(Token connected, String label, KeyAlgorithm algorithm)
            throws TokenFault {
        KeyPair pair = connected.generate(algorithm);
        KeyHandle handle = KeyHandle.of(label, pair.getPublic());
        SigningKey unnamed =
                new TokenSigningKey(
                        pair.getPublic(),
                        digest -> {
                            try {
                                return connected.sign(pair.getPrivate(), digest);
                            } catch (TokenFault e) {
                                throw token.unavailable(e);
                            }
                        });
        TrialSignature.require(unnamed, name);
        byte[] certificate = Placeholder.certificate(unnamed, handle, clock.instant(), random);
        connected.name(handle, pair.getPrivate(), certificate);
        return handle;
    }

    /** The purposes are not kept apart: the token allows its keys to sign and nothing else. */
    @Override
    public SigningKey open(KeyHandle handle, KeyPurpose purpose) {
        SigningKey key = opened.get(handle);
        // Two who open the same at once do it twice, and hold nobody else up meanwhile.
        return key == null ? load(handle) : key;
    }

    private SigningKey load(KeyHandle handle) {
        KeyPair pair =
                find(handle)
                        .orElseThrow(
                                () ->
                                        new KeyStoreUnavailableException(
                                                "T%s holds no key %s; connect the token that holds it, or restore it from its backup."
                                                        .formatted(
                                                                name.substring(1), handle.value()),
                                                null));
        SigningKey key =
                new TokenSigningKey(
                        pair.getPublic(),
                        digest -> token.use(connected -> connected.sign(handle, digest)));
        opened.put(handle, TrialSignature.require(key, name));
        return key;
    }

    private Optional<KeyPair> find(KeyHandle handle) {
        return token.use(connected -> connected.find(handle));
    }

    @Override
    public String toString() {
        return name;
    }
}
