package org.yinxin.authority.lint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1PrintableString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** Known attributes only, in the order C, ST, L, O, OU, CN, each a text of allowed length and of the right string type. */
final class SubjectIsWellWritten implements CertificateRule {

    private static final List<ASN1ObjectIdentifier> ORDER =
            List.of(BCStyle.C, BCStyle.ST, BCStyle.L, BCStyle.O, BCStyle.OU, BCStyle.CN);

    /** The upper bounds of RFC 5280, appendix A.1, in characters. */
    private static final Map<ASN1ObjectIdentifier, Integer> LONGEST =
            Map.of(
                    BCStyle.C,
                    2,
                    BCStyle.ST,
                    128,
                    BCStyle.L,
                    128,
                    BCStyle.O,
                    64,
                    BCStyle.OU,
                    64,
                    BCStyle.CN,
                    64);

    @Override
    public String clause() {
        return "GM/T 0015-2012 5.2 and appendix B; RFC 5280 4.1.2.6, A.1";
    }

    @Override
    public Optional<String> violation(LintedCertificate certificate) {
        int place = 0;
        boolean named = false;
        for (RDN rdn : certificate.tbs().subject().getRDNs()) {
            if (rdn.isMultiValued()) {
                return Optional.of("the subject has an element of several attributes");
            }
            ASN1ObjectIdentifier type = rdn.getFirst().getType();
            int next = ORDER.indexOf(type);
            if (next < place || (next == place && named && !type.equals(BCStyle.OU))) {
                return Optional.of("the subject has an unknown, repeated or misplaced attribute");
            }
            if (!isWellWritten(type, rdn.getFirst().getValue())) {
                return Optional.of("the subject has an attribute of wrong type or length");
            }
            place = next;
            named = true;
        }
        return named && place == ORDER.size() - 1
                ? Optional.empty()
                : Optional.of("the subject has no common name");
    }

    private static boolean isWellWritten(ASN1ObjectIdentifier type, ASN1Encodable value) {
        boolean rightType =
                type.equals(BCStyle.C)
                        ? value instanceof ASN1PrintableString
                        : value instanceof ASN1UTF8String;
        if (!rightType) {
            return false;
        }
        String text = ((ASN1String) value).getString();
        return !text.isBlank()
                && text.equals(text.strip())
                && text.codePointCount(0, text.length()) <= LONGEST.getOrDefault(type, 0)
                && text.codePoints().noneMatch(Character::isISOControl);
    }
}
