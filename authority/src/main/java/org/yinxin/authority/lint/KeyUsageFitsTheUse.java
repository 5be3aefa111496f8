package org.yinxin.authority.lint;

import java.util.Optional;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Critical, and exactly the usages of a signing or of an encryption certificate. */
final class KeyUsageFitsTheUse implements CertificateRule {

    @Override
    public String clause() {
        return "GM/T 0015-2012 5.2.4; RFC 5280 4.2.1.3";
    }

    @Override
    public Optional<String> violation(LintedCertificate certificate) {
        if (!certificate.isCritical(Extension.keyUsage)) {
            return Optional.of("the key usage is missing or not critical");
        }
        KeyUsage expected = new KeyUsage(certificate.use().usages().bits());
        return certificate
                .extension(Extension.keyUsage)
                .filter(expected.toASN1Primitive()::equals)
                .map(found -> Optional.<String>empty())
                .orElse(Optional.of("the key usage is not that of its use"));
    }
}
