package org.yinxin.authority.lint;

import java.security.PublicKey;
import java.util.Optional;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.pki.key.MalformedKeyException;

/** A rule about keys that are sound but give their private half away. */
interface WeakKeyRule extends CertificateRule {

    @Override
    default IssuanceRefusal refusal() {
        return IssuanceRefusal.WEAK_KEY;
    }

    @Override
    default Optional<String> violation(LintedCertificate certificate) {
        try {
            return weakness(certificate.tbs().verificationKey());
        } catch (MalformedKeyException e) {
            return Optional.empty(); // KeyIsSound says so
        }
    }

    /** What gives it away, in a sentence; empty when nothing is known to. */
    Optional<String> weakness(PublicKey key);
}
