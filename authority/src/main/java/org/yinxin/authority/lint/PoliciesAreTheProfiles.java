package org.yinxin.authority.lint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.PolicyQualifierId;
import org.bouncycastle.asn1.x509.PolicyQualifierInfo;

/** The policies of the profile in their order; the first has its pointer to the practice statement, and no other qualifier. */
final class PoliciesAreTheProfiles implements CertificateRule {

    @Override
    public String clause() {
        return "RFC 5280 4.2.1.4";
    }

    @Override
    public Optional<String> violation(LintedCertificate certificate) {
        List<PolicyInformation> found =
                certificate
                        .extension(Extension.certificatePolicies)
                        .map(PoliciesAreTheProfiles::read)
                        .orElse(List.of());
        var expected = certificate.profile().policies();
        if (!found.stream()
                .map(PolicyInformation::getPolicyIdentifier)
                .toList()
                .equals(expected.of(certificate.issuer()))) {
            return Optional.of("the policies are not the profile's");
        }
        List<String> pointers = new ArrayList<>();
        for (PolicyInformation policy : found) {
            if (policy.getPolicyQualifiers() == null) {
                continue;
            }
            for (ASN1Encodable qualifier : policy.getPolicyQualifiers()) {
                PolicyQualifierInfo pointer = PolicyQualifierInfo.getInstance(qualifier);
                if (!policy.equals(found.getFirst())
                        || !pointer.getPolicyQualifierId().equals(PolicyQualifierId.id_qt_cps)
                        || !(pointer.getQualifier() instanceof ASN1IA5String uri)) {
                    return Optional.of("a policy has another qualifier than the profile's");
                }
                pointers.add(uri.getString());
            }
        }
        String cps = expected.cpsOf(certificate.issuer());
        return pointers.equals(cps == null ? List.of() : List.of(cps))
                ? Optional.empty()
                : Optional.of("the pointer to the practice statement is not the profile's");
    }

    private static List<PolicyInformation> read(ASN1Encodable extension) {
        return Arrays.asList(CertificatePolicies.getInstance(extension).getPolicyInformation());
    }
}
