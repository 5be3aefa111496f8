package org.yinxin.authority.lint;

import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.yinxin.authority.profile.CertificateUse;
import org.yinxin.authority.profile.Presence;

/** Names in the network, where there are any, are whole names of hosts, and only devices have them. */
final class HostNamesAreADevices implements CertificateRule {

    private static final int LONGEST = 253;
    private static final Pattern LABELS =
            Pattern.compile(
                    "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

    @Override
    public String clause() {
        return "RFC 5280 4.2.1.6; RFC 1123 2.1";
    }

    @Override
    public Optional<String> violation(LintedCertificate certificate) {
        Optional<ASN1Encodable> extension = certificate.extension(Extension.subjectAlternativeName);
        Presence presence = certificate.profile().hostNames();
        if (extension.isEmpty()) {
            return presence == Presence.REQUIRED
                    ? Optional.of("the names of the device are missing")
                    : Optional.empty();
        }
        if (presence == Presence.FORBIDDEN) {
            return Optional.of("the profile has no names of hosts");
        }
        if (certificate.use() != CertificateUse.DEVICE) {
            return Optional.of("names of hosts belong into certificates of devices");
        }
        for (GeneralName name : GeneralNames.getInstance(extension.get()).getNames()) {
            String text = name.getName().toString();
            if (name.getTagNo() != GeneralName.dNSName
                    || text.length() > LONGEST
                    || !LABELS.matcher(text).matches()) {
                return Optional.of("a name of the device is no name of a host");
            }
        }
        return Optional.empty();
    }
}
