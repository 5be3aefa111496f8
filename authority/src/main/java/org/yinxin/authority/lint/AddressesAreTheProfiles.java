package org.yinxin.authority.lint;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.Extension;
import org.yinxin.authority.profile.Addresses;

/** Of the status service and the issuer's certificate, exactly those are told that the profile tells. */
final class AddressesAreTheProfiles implements CertificateRule {

    private enum Told {
        OCSP,
        ISSUER,
        ANOTHER
    }

    @Override
    public String clause() {
        return "RFC 5280 4.2.2.1";
    }

    @Override
    public Optional<String> violation(LintedCertificate certificate) {
        Addresses addresses = certificate.profile().addresses();
        Set<Told> expected = EnumSet.noneOf(Told.class);
        if (addresses.ocsp()) {
            expected.add(Told.OCSP);
        }
        if (addresses.issuer()) {
            expected.add(Told.ISSUER);
        }
        Set<Told> found = EnumSet.noneOf(Told.class);
        certificate
                .extension(Extension.authorityInfoAccess)
                .ifPresent(extension -> read(extension, found));
        return found.equals(expected)
                ? Optional.empty()
                : Optional.of(
                        "the addresses of status service and issuer are not as the profile"
                                + " tells them");
    }

    private static void read(ASN1Encodable extension, Set<Told> found) {
        Arrays.stream(AuthorityInformationAccess.getInstance(extension).getAccessDescriptions())
                .map(AccessDescription::getAccessMethod)
                .map(AddressesAreTheProfiles::told)
                .forEach(found::add);
    }

    private static Told told(ASN1ObjectIdentifier method) {
        if (method.equals(AccessDescription.id_ad_ocsp)) {
            return Told.OCSP;
        }
        return method.equals(AccessDescription.id_ad_caIssuers) ? Told.ISSUER : Told.ANOTHER;
    }
}
