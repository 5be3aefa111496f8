package org.yinxin.authority.lint;

import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;

/** What the standard requires of end entities is there, and nothing critical that a verifier might not know. */
final class RequiredExtensionsArePresent implements CertificateRule {

    private static final List<ASN1ObjectIdentifier> REQUIRED =
            List.of(
                    Extension.authorityKeyIdentifier,
                    Extension.subjectKeyIdentifier,
                    Extension.keyUsage,
                    Extension.certificatePolicies,
                    Extension.cRLDistributionPoints,
                    Extension.authorityInfoAccess);

    @Override
    public String clause() {
        return "GM/T 0015-2012 5.2.4 and appendix B";
    }

    @Override
    public Optional<String> violation(LintedCertificate certificate) {
        for (ASN1ObjectIdentifier oid : REQUIRED) {
            if (certificate.tbs().extension(oid).isEmpty()) {
                return Optional.of("the extension " + oid + " is missing");
            }
        }
        if (certificate.tbs().extension(Extension.basicConstraints).isPresent()) {
            return Optional.of("basic constraints belong into certificates of authorities");
        }
        Extensions all = certificate.tbs().structure().getExtensions();
        for (ASN1ObjectIdentifier oid : all.getCriticalExtensionOIDs()) {
            if (!oid.equals(Extension.keyUsage)) {
                return Optional.of("the extension " + oid + " is critical");
            }
        }
        return Optional.empty();
    }
}
