package org.yinxin.authority.issuance;

import org.yinxin.authority.key.AuthorityKeys;
import org.yinxin.authority.key.KeyHandle;
import org.yinxin.authority.key.KeyPurpose;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.SigningKey;

/** A key store that hands out another key than the authority's. */
record ForeignKeys(SigningKey key) implements AuthorityKeys {

    @Override
    public KeyHandle create(String label, KeyAlgorithm algorithm) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SigningKey open(KeyHandle handle, KeyPurpose purpose) {
        return key;
    }
}
