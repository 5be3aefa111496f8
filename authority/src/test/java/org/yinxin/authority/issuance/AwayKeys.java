package org.yinxin.authority.issuance;

import org.yinxin.authority.key.AuthorityKeys;
import org.yinxin.authority.key.KeyHandle;
import org.yinxin.authority.key.KeyPurpose;
import org.yinxin.authority.key.KeyStoreUnavailableException;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.SigningKey;

/** Keys in a device that does not answer. */
record AwayKeys() implements AuthorityKeys {

    @Override
    public KeyHandle create(String label, KeyAlgorithm algorithm) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SigningKey open(KeyHandle handle, KeyPurpose purpose) {
        throw new KeyStoreUnavailableException("The token is away; connect it.", null);
    }
}
