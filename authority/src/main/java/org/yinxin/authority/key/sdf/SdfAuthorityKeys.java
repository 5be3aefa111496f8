package org.yinxin.authority.key.sdf;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yinxin.authority.key.AuthorityKeyStore;
import org.yinxin.authority.key.Connection;
import org.yinxin.authority.key.KeyHandle;
import org.yinxin.authority.key.KeyPurpose;
import org.yinxin.authority.key.KeyStoreUnavailableException;
import org.yinxin.authority.key.PinFile;
import org.yinxin.authority.key.TrialSignature;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.SigningKey;

/**
 * SM2 keys inside a device of GM/T 0018. The standard has no function that makes a key pair inside, so the device's own tool makes
 * them beforehand at numbered indexes, and making a key here is taking the first that is free ({@link TakenKeys}). Where the key
 * of a handle is, is found by its public key.
 *
 * <p>When a device answers an error, it is closed and opened anew, once, and the signature is asked for again. A wrong password is not
 * tried again. Nothing bounds the time that a call into the library of a maker takes, and whoever opens the device anew
 * waits for calls that are under way.
 */
public final class SdfAuthorityKeys implements AuthorityKeyStore {

    private static final Logger LOG = LoggerFactory.getLogger(SdfAuthorityKeys.class);

    private final SdfSettings settings;
    private final String name;
    private final PinFile passwordFile;
    private final Connection<SdfDevice> connection;
    private final TakenKeys taken;
    private final Map<KeyHandle, SigningKey> opened = new ConcurrentHashMap<>();

    /**
     * Over a device.
     *
     * @param folder where it is written down which keys are taken; shared by all that make keys of this device
     * @param referred the handles that the database refers to
     */
    public SdfAuthorityKeys(
            SdfSettings settings,
            Path folder,
            Supplier<Collection<KeyHandle>> referred,
            Clock clock) {
        this.settings = settings;
        this.name = "the SDF device behind " + settings.library();
        this.passwordFile = new PinFile(settings.passwordFile());
        this.connection = new Connection<>(this::openDevice, clock);
        this.taken = new TakenKeys(folder, referred);
    }

    private SdfDevice openDevice() {
        try {
            return SdfDevice.open(SdfLibrary.load(settings.library()));
        } catch (SdfFault e) {
            throw unavailable(e);
        }
    }

    @Override
    public boolean makes(KeyAlgorithm algorithm) {
        return algorithm == KeyAlgorithm.SM2;
    }

    @Override
    public boolean holds(KeyHandle handle) {
        return opened.containsKey(handle) || find(handle).isPresent();
    }

    /** Takes a key that the device has; one that is taken and then not used stays taken. */
    @Override
    public KeyHandle create(String label, KeyAlgorithm algorithm) {
        if (!makes(algorithm)) {
            throw new KeyStoreUnavailableException(
                    "An SDF device is asked for SM2 keys only and not for "
                            + algorithm
                            + "; let a PKCS#11 token (pkcs11) or key files (pkcs12) make them: yinxin.authority.keys.",
                    null);
        }
        KeyHandle handle =
                withDevice(device -> device.search(settings.keyIndexes(), key -> take(label, key)))
                        .orElseThrow(this::noneLeft);
        // It is signed with before anybody relies on it.
        open(handle, KeyPurpose.SIGN_CERTIFICATES);
        return handle;
    }

    private Optional<KeyHandle> take(String label, SdfDevice.Placed placed) {
        KeyHandle handle = KeyHandle.of(label, placed.key().publicKey());
        return taken.take(handle, placed.key().publicKey(), placed.index())
                ? Optional.of(handle)
                : Optional.empty();
    }

    private KeyStoreUnavailableException noneLeft() {
        return new KeyStoreUnavailableException(
                "No SM2 signing key of %s is free at the indexes %s; make more with the tool of the device's maker and name their indexes in yinxin.authority.sdf.key-indexes."
                        .formatted(name, settings.keyIndexes()),
                null);
    }

    /** The purposes are not kept apart: a signing key of the device signs all of them. */
    @Override
    public SigningKey open(KeyHandle handle, KeyPurpose purpose) {
        SigningKey key = opened.get(handle);
        // Two who open the same at once do it twice, and hold nobody else up meanwhile.
        return key == null ? load(handle) : key;
    }

    private SigningKey load(KeyHandle handle) {
        SdfDevice.Placed placed =
                find(handle)
                        .orElseThrow(
                                () ->
                                        new KeyStoreUnavailableException(
                                                "T%s holds no key %s at the indexes %s; name its index in yinxin.authority.sdf.key-indexes, or restore the device from its backup."
                                                        .formatted(
                                                                name.substring(1),
                                                                handle.value(),
                                                                settings.keyIndexes()),
                                                null));
        SigningKey key =
                new SdfSigningKey(
                        placed.key().publicKey(),
                        digest -> withDevice(device -> sign(device, handle, digest)));
        opened.put(handle, TrialSignature.require(key, name));
        return key;
    }

    private byte[] sign(SdfDevice device, KeyHandle handle, byte[] digest) throws SdfFault {
        SdfDevice.Placed placed =
                device.find(handle, settings.keyIndexes()).orElseThrow(SdfFault::noSuchKey);
        return device.inSession(
                session ->
                        session.sign(placed.index(), placed.key().layout(), digest, passwordFile));
    }

    private Optional<SdfDevice.Placed> find(KeyHandle handle) {
        return withDevice(device -> device.find(handle, settings.keyIndexes()));
    }

    private interface Use<T> {
        T apply(SdfDevice device) throws SdfFault;
    }

    private <T> T withDevice(Use<T> use) {
        SdfDevice device = connection.get();
        try {
            return use.apply(device);
        } catch (SdfFault first) {
            if (first.isWrongPassword()) {
                throw unavailable(first);
            }
            LOG.warn("{}: {}; it is opened anew", name, first.getMessage());
            SdfDevice renewed = connection.insteadOf(device);
            try {
                return use.apply(renewed);
            } catch (SdfFault second) {
                throw unavailable(second);
            }
        }
    }

    private KeyStoreUnavailableException unavailable(SdfFault fault) {
        return fault.unavailable(name, passwordFile);
    }

    @Override
    public String toString() {
        return name;
    }
}
