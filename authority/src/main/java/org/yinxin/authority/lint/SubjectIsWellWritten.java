package org.yinxin.authority.lint;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.RDN;
import org.yinxin.authority.profile.AttributeRule;
import org.yinxin.authority.profile.NameAttribute;
import org.yinxin.authority.profile.Presence;

/**
 * The attributes of the profile only, in its order and each once but for OU; all that it requires; each a text of allowed
 * length and of the right string type.
 */
final class SubjectIsWellWritten implements CertificateRule {

    @Override
    public String clause() {
        return "GM/T 0015-2012 5.2 and appendix B; RFC 5280 4.1.2.6, A.1";
    }

    @Override
    public Optional<String> violation(LintedCertificate certificate) {
        List<AttributeRule> rules = certificate.profile().subject().attributes();
        Set<NameAttribute> found = EnumSet.noneOf(NameAttribute.class);
        int place = 0;
        for (RDN rdn : certificate.tbs().subject().getRDNs()) {
            if (rdn.isMultiValued()) {
                return Optional.of("the subject has an element of several attributes");
            }
            int next = indexOf(rules, rdn.getFirst().getType());
            if (next < place
                    || (found.contains(rules.get(next).attribute())
                            && rules.get(next).attribute() != NameAttribute.OU)) {
                return Optional.of("the subject has an unknown, repeated or misplaced attribute");
            }
            AttributeRule rule = rules.get(next);
            if (!isWellWritten(rule, rdn.getFirst().getValue())) {
                return Optional.of("the subject has an attribute of wrong type or length");
            }
            found.add(rule.attribute());
            place = next;
        }
        return rules.stream()
                .filter(rule -> rule.presence() == Presence.REQUIRED)
                .map(AttributeRule::attribute)
                .filter(attribute -> !found.contains(attribute))
                .findFirst()
                .map(attribute -> "the subject has no " + attribute);
    }

    private static int indexOf(List<AttributeRule> rules, ASN1ObjectIdentifier type) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).attribute().oid().equals(type)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isWellWritten(AttributeRule rule, ASN1Encodable value) {
        if (!rule.form().isTypeOf(value) || !(value instanceof ASN1String string)) {
            return false;
        }
        String text = string.getString();
        return !text.isBlank()
                && text.equals(text.strip())
                && rule.form().takes(text)
                && text.codePointCount(0, text.length())
                        <= Math.min(rule.longest(), rule.attribute().bound())
                && text.codePoints().noneMatch(Character::isISOControl);
    }
}
