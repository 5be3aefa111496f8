package org.yinxin.authority.lint;

import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import org.yinxin.pki.key.WeakModuli;

/** Not an RSA key whose primes Fermat's method finds at once. */
final class PrimesAreApart implements WeakKeyRule {

    @Override
    public String clause() {
        return "CA/Browser Forum Baseline Requirements 6.1.1.3";
    }

    @Override
    public Optional<String> weakness(PublicKey key) {
        return key instanceof RSAPublicKey rsa && WeakModuli.hasClosePrimes(rsa.getModulus())
                ? Optional.of("the primes of the modulus are too near each other")
                : Optional.empty();
    }
}
