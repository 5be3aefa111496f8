package org.yinxin.authority.lint;

import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x509.Extension;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.extension.RegistrationExtension;

/**
 * The extension, where there is one, carries an organisation code of 9 characters or a credit code of 18. Their check
 * characters are not looked at: real codes exist that fail them.
 */
final class OrganisationCodeIsReadable implements CertificateRule {

    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{8}-?[0-9X]|[0-9A-Z]{18}");

    @Override
    public String clause() {
        return "GM/T 0015-2012 5.2.4.2.21";
    }

    @Override
    public Optional<String> violation(LintedCertificate certificate) {
        Optional<Extension> extension =
                certificate.tbs().extension(RegistrationExtension.ORGANIZATION_CODE.oid());
        if (extension.isEmpty()) {
            return Optional.empty();
        }
        try {
            String code = RegistrationExtension.ORGANIZATION_CODE.parse(extension.get());
            return CODE.matcher(code).matches() && !extension.get().isCritical()
                    ? Optional.empty()
                    : Optional.of("the organisation code has not the form of one");
        } catch (MalformedDerException e) {
            return Optional.of("the organisation code is not a PrintableString");
        }
    }
}
