package org.yinxin.authority.lint;

import java.util.Optional;
import org.yinxin.authority.IssuanceRefusal;

/** A key that was certified for somebody else is not certified again, nor is one of an authority. */
final class KeyServesThisOrderAlone implements CertificateRule {

    private final KeyOwners owners;

    KeyServesThisOrderAlone(KeyOwners owners) {
        this.owners = owners;
    }

    @Override
    public String clause() {
        return "a rule of this house: one key serves one subject";
    }

    @Override
    public IssuanceRefusal refusal() {
        return IssuanceRefusal.KEY_ALREADY_CERTIFIED;
    }

    @Override
    public Optional<String> violation(LintedCertificate certificate) {
        return owners.isTakenByOther(certificate.tbs().publicKey(), certificate.order())
                ? Optional.of("the key is certified for another order already")
                : Optional.empty();
    }
}
