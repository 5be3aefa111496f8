package org.yinxin.authority.key;

import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.SigningKey;

/** Where the keys of the authorities live. Safe for use by several threads. */
public interface AuthorityKeys {

    /**
     * Makes a key that is durable when this returns. A key that nobody refers to afterwards is harmless.
     *
     * @param label what the handle begins with
     */
    KeyHandle create(String label, KeyAlgorithm algorithm);

    /**
     * The key of that handle.
     *
     * @throws KeyStoreUnavailableException with a sentence that says what to do
     */
    SigningKey open(KeyHandle handle, KeyPurpose purpose);
}
