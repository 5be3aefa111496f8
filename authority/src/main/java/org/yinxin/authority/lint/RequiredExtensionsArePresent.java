package org.yinxin.authority.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.yinxin.authority.profile.CertificateProfile;
import org.yinxin.authority.profile.IdentifierRule;
import org.yinxin.authority.profile.UseRule;

/**
 * What the standard requires of end entities is there as far as the profile does not do without it, nothing that the profile
 * does not have, and nothing critical that a verifier might not know.
 */
final class RequiredExtensionsArePresent implements CertificateRule {

    private static final List<ASN1ObjectIdentifier> ALWAYS =
            List.of(
                    Extension.authorityKeyIdentifier,
                    Extension.subjectKeyIdentifier,
                    Extension.keyUsage);

    @Override
    public String clause() {
        return "GM/T 0015-2012 5.2.4 and appendix B";
    }

    @Override
    public Optional<String> violation(LintedCertificate certificate) {
        Set<ASN1ObjectIdentifier> required = required(certificate.profile());
        for (ASN1ObjectIdentifier oid : required) {
            if (certificate.tbs().extension(oid).isEmpty()) {
                return Optional.of("the extension " + oid + " is missing");
            }
        }
        if (certificate.tbs().extension(Extension.basicConstraints).isPresent()) {
            return Optional.of("basic constraints belong into certificates of authorities");
        }
        Extensions all = certificate.tbs().structure().getExtensions();
        for (ASN1ObjectIdentifier oid : all.getCriticalExtensionOIDs()) {
            if (!oid.equals(Extension.keyUsage) && !isCriticalPurpose(oid, certificate)) {
                return Optional.of("the extension " + oid + " is critical");
            }
        }
        for (ASN1ObjectIdentifier oid : all.getExtensionOIDs()) {
            if (!required.contains(oid) && !isForeseen(oid, certificate.profile())) {
                return Optional.of("the extension " + oid + " is none of the profile's");
            }
        }
        return Optional.empty();
    }

    private static Set<ASN1ObjectIdentifier> required(CertificateProfile profile) {
        Set<ASN1ObjectIdentifier> required = new HashSet<>(ALWAYS);
        if (profile.policies().areSaid()) {
            required.add(Extension.certificatePolicies);
        }
        if (profile.addresses().crl()) {
            required.add(Extension.cRLDistributionPoints);
        }
        if (profile.addresses().ocsp() || profile.addresses().issuer()) {
            required.add(Extension.authorityInfoAccess);
        }
        return required;
    }

    // The rules about purposes, names in the network and identifiers look closer.
    private static boolean isForeseen(ASN1ObjectIdentifier oid, CertificateProfile profile) {
        return oid.equals(Extension.extendedKeyUsage)
                || oid.equals(Extension.subjectAlternativeName)
                || profile.identifiers().stream().map(IdentifierRule::oid).anyMatch(oid::equals);
    }

    private static boolean isCriticalPurpose(
            ASN1ObjectIdentifier oid, LintedCertificate certificate) {
        return oid.equals(Extension.extendedKeyUsage)
                && certificate.rule().filter(UseRule::purposesCritical).isPresent();
    }
}
