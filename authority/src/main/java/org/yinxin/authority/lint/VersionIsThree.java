package org.yinxin.authority.lint;

import java.util.Optional;
import org.bouncycastle.asn1.x509.TBSCertificate;

/** Version 3, without the unique identifiers that an authority should not make. */
final class VersionIsThree implements CertificateRule {

    @Override
    public String clause() {
        return "GM/T 0015-2012 5.2; RFC 5280 4.1.2.1, 4.1.2.8";
    }

    @Override
    public Optional<String> violation(LintedCertificate certificate) {
        TBSCertificate tbs = certificate.tbs().structure();
        if (tbs.getVersionNumber() != 3) {
            return Optional.of("the version is not 3");
        }
        return tbs.getIssuerUniqueId() != null || tbs.getSubjectUniqueId() != null
                ? Optional.of("there is a unique identifier of issuer or subject")
                : Optional.empty();
    }
}
