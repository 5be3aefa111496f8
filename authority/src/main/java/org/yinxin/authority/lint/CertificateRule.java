package org.yinxin.authority.lint;

import java.util.Optional;
import org.yinxin.authority.IssuanceRefusal;

/** A rule about one certificate of a pair. */
interface CertificateRule {

    String clause();

    /** How the caller is told that this rule was broken. */
    default IssuanceRefusal refusal() {
        return IssuanceRefusal.LINT;
    }

    /** What is wrong, in a sentence without personal data; empty when nothing is. */
    Optional<String> violation(LintedCertificate certificate);
}
