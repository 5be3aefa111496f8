package org.yinxin.authority.lint;

import java.security.PublicKey;
import java.util.Optional;
import org.yinxin.pki.key.KnownKeys;

/** Not a key whose private number anybody can read in a standard or guess because it is tiny. */
final class KeyIsNotPubliclyKnown implements WeakKeyRule {

    @Override
    public String clause() {
        return "CA/Browser Forum Baseline Requirements 6.1.1.3";
    }

    @Override
    public Optional<String> weakness(PublicKey key) {
        return KnownKeys.contain(key)
                ? Optional.of("the private key is publicly known")
                : Optional.empty();
    }
}
