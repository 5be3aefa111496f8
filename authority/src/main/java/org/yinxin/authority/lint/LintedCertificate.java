package org.yinxin.authority.lint;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.yinxin.authority.OrderId;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.profile.CertificateProfile;
import org.yinxin.authority.profile.CertificateUse;
import org.yinxin.authority.profile.UseRule;
import org.yinxin.pki.certificate.TbsCertificate;

/** An intended certificate and what it is measured by. */
record LintedCertificate(
        OrderId order,
        CertificateUse use,
        TbsCertificate tbs,
        CertificationAuthority issuer,
        CertificateProfile profile) {

    /** What the profile says of a certificate of this use; empty when it makes none. */
    Optional<UseRule> rule() {
        return Optional.ofNullable(profile.certificates().get(use));
    }

    Optional<ASN1Encodable> extension(ASN1ObjectIdentifier oid) {
        return tbs.extension(oid).map(Extension::getParsedValue);
    }

    boolean isCritical(ASN1ObjectIdentifier oid) {
        return tbs.extension(oid).map(Extension::isCritical).orElse(false);
    }
}
