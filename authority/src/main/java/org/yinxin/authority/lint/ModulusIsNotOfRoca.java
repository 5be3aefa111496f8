package org.yinxin.authority.lint;

import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import org.yinxin.pki.key.WeakModuli;

/** Not an RSA key from the library that made primes of a guessable form. */
final class ModulusIsNotOfRoca implements WeakKeyRule {

    @Override
    public String clause() {
        return "CVE-2017-15361; CA/Browser Forum Baseline Requirements 6.1.1.3";
    }

    @Override
    public Optional<String> weakness(PublicKey key) {
        return key instanceof RSAPublicKey rsa && WeakModuli.isOfRoca(rsa.getModulus())
                ? Optional.of("the primes of the modulus are of the form of CVE-2017-15361")
                : Optional.empty();
    }
}
