package org.yinxin.authority.lint;

import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x509.Extension;
import org.yinxin.authority.profile.IdentifierRule;
import org.yinxin.authority.profile.IdentifierRule.Writing;
import org.yinxin.authority.profile.IdentifierSource;
import org.yinxin.pki.der.MalformedDerException;

/**
 * Each identifier stands under its object identifier, in its form, not critical, where the profile wants it, and nowhere that
 * the profile leaves it out. An organisation code has 9 characters, or is a credit code of 18. Their check characters are not
 * looked at: real codes exist that fail them.
 */
final class IdentifiersAreTheProfiles implements CertificateRule {

    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{8}-?[0-9X]|[0-9A-Z]{18}");

    @Override
    public String clause() {
        return "GM/T 0015-2012 5.2.4.2.18 to 22";
    }

    @Override
    public Optional<String> violation(LintedCertificate certificate) {
        for (IdentifierRule rule : certificate.profile().identifiers()) {
            Optional<String> violation =
                    certificate
                            .tbs()
                            .extension(rule.oid())
                            .map(extension -> violation(extension, rule))
                            .orElseGet(() -> missing(rule));
            if (violation.isPresent()) {
                return violation;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> missing(IdentifierRule rule) {
        return rule.writing() == Writing.ALWAYS
                ? Optional.of("the identifier " + rule.oid() + " is missing")
                : Optional.empty();
    }

    private static Optional<String> violation(Extension extension, IdentifierRule rule) {
        if (rule.writing() == Writing.NEVER) {
            return Optional.of("the profile leaves out the identifier " + rule.oid());
        }
        if (extension.isCritical()) {
            return Optional.of("the identifier " + rule.oid() + " is critical");
        }
        try {
            String text = rule.form().read(extension);
            return rule.source() != IdentifierSource.ORGANISATION_CODE
                            || CODE.matcher(text).matches()
                    ? Optional.empty()
                    : Optional.of("the organisation code has not the form of one");
        } catch (MalformedDerException e) {
            return Optional.of("the identifier %s is no %s".formatted(rule.oid(), rule.form()));
        }
    }
}
