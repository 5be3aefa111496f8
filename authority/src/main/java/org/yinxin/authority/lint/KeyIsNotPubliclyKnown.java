package org.yinxin.authority.lint;

import java.util.Optional;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.pki.key.KnownKeys;
import org.yinxin.pki.key.MalformedKeyException;

/** Not a key whose private number anybody can read in a standard or guess because it is tiny. */
final class KeyIsNotPubliclyKnown implements CertificateRule {

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
            return KnownKeys.contain(certificate.tbs().verificationKey())
                    ? Optional.of("the private key is publicly known")
                    : Optional.empty();
        } catch (MalformedKeyException e) {
            return Optional.empty(); // KeyIsSound says so
        }
    }
}
