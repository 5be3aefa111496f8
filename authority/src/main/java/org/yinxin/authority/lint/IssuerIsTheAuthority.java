package org.yinxin.authority.lint;

import java.util.Arrays;
import java.util.Optional;
import org.yinxin.pki.der.Der;

/** Issuer and signature algorithm are those of the authority, byte for byte: paths are built on that. */
final class IssuerIsTheAuthority implements CertificateRule {

    @Override
    public String clause() {
        return "RFC 5280 4.1.2.3, 4.1.2.4";
    }

    @Override
    public Optional<String> violation(LintedCertificate certificate) {
        byte[] issuer = Der.encode(certificate.tbs().issuer());
        if (!Arrays.equals(issuer, Der.encode(certificate.issuer().name()))) {
            return Optional.of("the issuer is not the authority that is to sign");
        }
        return certificate
                        .tbs()
                        .structure()
                        .getSignature()
                        .equals(certificate.issuer().signatureAlgorithm())
                ? Optional.empty()
                : Optional.of("the signature algorithm is not the authority's");
    }
}
