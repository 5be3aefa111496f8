package org.yinxin.authority.lint;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.yinxin.pki.extension.KeyIdentifiers;

/** The identifiers name the key that is certified and the key that signs. */
final class KeyIdentifiersMatch implements CertificateRule {

    @Override
    public String clause() {
        return "GM/T 0015-2012 5.2.4; RFC 5280 4.2.1.1, 4.2.1.2";
    }

    @Override
    public Optional<String> violation(LintedCertificate certificate) {
        boolean subject =
                certificate
                        .extension(Extension.subjectKeyIdentifier)
                        .map(SubjectKeyIdentifier::getInstance)
                        .filter(
                                found ->
                                        Arrays.equals(
                                                found.getKeyIdentifier(),
                                                KeyIdentifiers.of(certificate.tbs().publicKey())))
                        .isPresent();
        boolean authority =
                certificate
                        .extension(Extension.authorityKeyIdentifier)
                        .map(AuthorityKeyIdentifier::getInstance)
                        .filter(
                                found ->
                                        Arrays.equals(
                                                found.getKeyIdentifierOctets(),
                                                KeyIdentifiers.of(
                                                        certificate.issuer().publicKey())))
                        .isPresent();
        return subject && authority
                ? Optional.empty()
                : Optional.of("a key identifier does not name its key");
    }
}
