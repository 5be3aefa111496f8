package org.yinxin.authority.key;

import org.yinxin.pki.key.KeyAlgorithm;

/**
 * One of the places where keys of authorities live: a folder of files or a device. Its text says which one it is in
 * words that fit into a sentence.
 */
public interface AuthorityKeyStore extends AuthorityKeys {

    /** Whether keys of that kind can be made here. Nothing is asked of a device for it. */
    boolean makes(KeyAlgorithm algorithm);

    /**
     * Whether that key is here.
     *
     * @throws KeyStoreUnavailableException when that cannot be said now, with a sentence that says what to do
     */
    boolean holds(KeyHandle handle);
}
