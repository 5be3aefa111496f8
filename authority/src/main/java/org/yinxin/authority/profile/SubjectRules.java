package org.yinxin.authority.profile;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.yinxin.pki.name.SubjectName;

/**
 * How the subject is written.
 *
 * @param attributes in the order in which they stand in the name
 */
public record SubjectRules(List<AttributeRule> attributes) {

    public SubjectRules {
        attributes = List.copyOf(attributes);
    }

    /** Why a subject cannot be written by these rules, in a sentence without personal data; empty when it can. */
    public Optional<String> objection(SubjectName name) {
        Set<NameAttribute> unlisted = EnumSet.allOf(NameAttribute.class);
        for (AttributeRule rule : attributes) {
            NameAttribute attribute = rule.attribute();
            unlisted.remove(attribute);
            List<String> values = attribute.of(name);
            if (values.isEmpty() && rule.presence() == Presence.REQUIRED) {
                return Optional.of("wants %s in the subject".formatted(attribute));
            }
            for (String value : values) {
                if (value.codePointCount(0, value.length()) > rule.longest()) {
                    return Optional.of(
                            "allows %d characters in %s".formatted(rule.longest(), attribute));
                }
                if (!rule.form().takes(value)) {
                    return Optional.of(
                            "writes %s as a PrintableString, which has not all of its characters"
                                    .formatted(attribute));
                }
            }
        }
        return unlisted.stream()
                .filter(attribute -> !attribute.of(name).isEmpty())
                .map("allows no %s in the subject"::formatted)
                .findFirst();
    }

    X500Name write(SubjectName name) {
        List<RDN> parts = new ArrayList<>();
        for (AttributeRule rule : attributes) {
            for (String value : rule.attribute().of(name)) {
                parts.add(new RDN(rule.attribute().oid(), rule.form().write(value)));
            }
        }
        return new X500Name(parts.toArray(RDN[]::new));
    }
}
