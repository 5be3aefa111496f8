package org.yinxin.authority.lint;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.yinxin.authority.profile.UseRule;

/** Exactly the extended key usages that the profile has for a certificate of its use, and critical only if it says so. */
final class PurposesAreTheProfiles implements CertificateRule {

    @Override
    public String clause() {
        return "RFC 5280 4.2.1.12";
    }

    @Override
    public Optional<String> violation(LintedCertificate certificate) {
        List<ASN1ObjectIdentifier> expected =
                certificate.rule().map(UseRule::purposes).orElse(List.of());
        List<ASN1ObjectIdentifier> found =
                certificate
                        .extension(Extension.extendedKeyUsage)
                        .map(PurposesAreTheProfiles::read)
                        .orElse(List.of());
        boolean critical = certificate.rule().filter(UseRule::purposesCritical).isPresent();
        return found.equals(expected)
                        && (found.isEmpty()
                                || certificate.isCritical(Extension.extendedKeyUsage) == critical)
                ? Optional.empty()
                : Optional.of("the extended key usage is not the profile's");
    }

    private static List<ASN1ObjectIdentifier> read(ASN1Encodable extension) {
        return Arrays.stream(ExtendedKeyUsage.getInstance(extension).getUsages())
                .map(KeyPurposeId::toOID)
                .toList();
    }
}
