package org.yinxin.authority.lint;

import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.pki.key.MalformedKeyException;
import org.yinxin.pki.key.WeakModuli;

/** Not an RSA key whose primes Fermat's method finds at once. */
final class PrimesAreApart implements CertificateRule {

    @Override
    public String clause() {
        return "CA/Browser Forum Baseline Requirements 6.1.1.3";
    }

    @Override
    public IssuanceRefusal refusal() {
        return IssuanceRefusal.WEAK_KEY;
    }

    @Override
    public Optional<String> violation(LintedCertificate certificate) {
        try {
            return certificate.tbs().verificationKey() instanceof RSAPublicKey key
                            && WeakModuli.hasClosePrimes(key.getModulus())
                    ? Optional.of("the primes of the modulus are too near each other")
                    : Optional.empty();
        } catch (MalformedKeyException e) {
            return Optional.empty(); // KeyIsSound says so
        }
    }
}
