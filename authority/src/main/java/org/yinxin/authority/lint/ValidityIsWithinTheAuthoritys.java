package org.yinxin.authority.lint;

import java.util.Optional;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.pki.certificate.TbsCertificate;

/** No certificate outlives the one that vouches for it, or is valid before it, or longer than its profile allows. */
final class ValidityIsWithinTheAuthoritys implements CertificateRule {

    @Override
    public String clause() {
        return "GM/T 0015-2012 5.2; RFC 5280 6.1";
    }

    @Override
    public IssuanceRefusal refusal() {
        return IssuanceRefusal.VALIDITY;
    }

    @Override
    public Optional<String> violation(LintedCertificate certificate) {
        TbsCertificate tbs = certificate.tbs();
        TbsCertificate authority = certificate.issuer().certificate().tbs();
        if (!tbs.notBefore().isBefore(tbs.notAfter())) {
            return Optional.of("the validity is empty");
        }
        if (certificate.profile().isTooLong(tbs.notBefore(), tbs.notAfter())) {
            return Optional.of("the validity is longer than the profile allows");
        }
        return tbs.notBefore().isBefore(authority.notBefore())
                        || tbs.notAfter().isAfter(authority.notAfter())
                ? Optional.of("the validity reaches beyond the authority's own")
                : Optional.empty();
    }
}
