package org.yinxin.authority.key.selection;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.key.AuthorityKeyStore;
import org.yinxin.authority.key.AuthorityKeys;
import org.yinxin.authority.key.KeyHandle;
import org.yinxin.authority.key.KeyPurpose;
import org.yinxin.authority.key.KeyStoreUnavailableException;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.SigningKey;

/**
 * Several stores as one. A new key is made in the first of some that makes its kind. A key is opened where it is, which is asked of
 * all stores, so a handle says nothing of its store and settings can change: keys of before stay where they are and open as
 * long as their store is set up.
 *
 * <p>A store that is away cannot say whether it has a key. The others are asked all the same; when none of them has it, the answer is
 * that of the store that is away.
 */
final class SelectedAuthorityKeys implements AuthorityKeys {

    private final List<AuthorityKeyStore> making;
    private final List<AuthorityKeyStore> all;
    private final Map<KeyHandle, AuthorityKeyStore> places = new ConcurrentHashMap<>();

    /**
     * Over those stores.
     *
     * @param making where new keys are made
     * @param all where keys are looked for, in this order
     */
    SelectedAuthorityKeys(List<AuthorityKeyStore> making, List<AuthorityKeyStore> all) {
        this.making = List.copyOf(making);
        this.all = List.copyOf(all);
    }

    @Override
    public KeyHandle create(String label, KeyAlgorithm algorithm) {
        AuthorityKeyStore store =
                making.stream()
                        .filter(each -> each.makes(algorithm))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new KeyStoreUnavailableException(
                                                "No store that %s names makes keys of %s (%s); name one more there, or choose another kind of key."
                                                        .formatted(
                                                                KeyStoreSettings.KEYS,
                                                                algorithm,
                                                                names(making)),
                                                null));
        KeyHandle handle = store.create(label, algorithm);
        places.put(handle, store);
        return handle;
    }

    @Override
    public SigningKey open(KeyHandle handle, KeyPurpose purpose) {
        AuthorityKeyStore store = places.get(handle);
        if (store == null) {
            store = find(handle);
            places.put(handle, store);
        }
        return store.open(handle, purpose);
    }

    private AuthorityKeyStore find(KeyHandle handle) {
        @Nullable KeyStoreUnavailableException away = null;
        for (AuthorityKeyStore store : all) {
            try {
                if (store.holds(handle)) {
                    return store;
                }
            } catch (KeyStoreUnavailableException e) {
                away = e;
            }
        }
        if (away != null) {
            throw away;
        }
        throw new KeyStoreUnavailableException(
                "The key %s cannot be opened, because it is in no store that is set up (%s); put it back from the backup, or set up the store that it is in."
                        .formatted(handle.value(), names(all)),
                null);
    }

    private static String names(List<AuthorityKeyStore> stores) {
        return String.join(", ", stores.stream().map(Object::toString).toList());
    }
}
