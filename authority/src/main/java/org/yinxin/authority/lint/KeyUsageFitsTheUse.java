package org.yinxin.authority.lint;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.yinxin.authority.profile.UseRule;

/** Critical, and exactly the usages that the profile has for a certificate of its use. */
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
        return certificate
                .extension(Extension.keyUsage)
                .filter(found -> certificate.rule().filter(rule -> is(found, rule)).isPresent())
                .map(found -> Optional.<String>empty())
                .orElse(Optional.of("the key usage is not that of its use"));
    }

    private static boolean is(ASN1Encodable found, UseRule rule) {
        return new KeyUsage(rule.bits()).toASN1Primitive().equals(found);
    }
}
