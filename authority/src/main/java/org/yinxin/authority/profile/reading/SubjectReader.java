package org.yinxin.authority.profile.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.yinxin.authority.profile.AttributeRule;
import org.yinxin.authority.profile.NameAttribute;
import org.yinxin.authority.profile.Presence;
import org.yinxin.authority.profile.StringForm;
import org.yinxin.authority.profile.SubjectRules;

/** Reads how the subject is written. */
final class SubjectReader {

    private SubjectReader() {}

    /**
     * Reads it.
     *
     * @param standard whether it is of an edition of the standard, which fixes the order
     */
    static SubjectRules subject(Block profile, boolean standard) {
        List<AttributeRule> rules = new ArrayList<>();
        Map<NameAttribute, Block> places = new EnumMap<>(NameAttribute.class);
        for (Block block : profile.blocks("subject")) {
            AttributeRule rule = rule(block);
            if (places.putIfAbsent(rule.attribute(), block) != null) {
                block.fault("attribute", rule.attribute() + " is listed twice; keep one of them.");
            }
            boolean late =
                    rules.stream()
                            .anyMatch(before -> before.attribute().compareTo(rule.attribute()) > 0);
            if (standard && late) {
                block.fault(
                        "attribute",
                        rule.attribute()
                                + " is too late: GM/T 0015-2012, appendix B, has the order C, ST,"
                                + " L, O, OU, CN.");
            }
            rules.add(rule);
        }
        requireNames(profile, places, rules);
        return new SubjectRules(rules);
    }

    private static AttributeRule rule(Block block) {
        NameAttribute attribute = block.oneOf("attribute", ProfileWords.ATTRIBUTES);
        StringForm usual =
                attribute == NameAttribute.C ? StringForm.PRINTABLE_STRING : StringForm.UTF8_STRING;
        Presence presence = block.oneOf("presence", ProfileWords.PRESENCES);
        if (presence == Presence.FORBIDDEN) {
            block.fault(
                    "presence", "Leave out what is forbidden: only what is listed may be there.");
        }
        StringForm form = block.has("string") ? block.oneOf("string", ProfileWords.STRINGS) : usual;
        if (attribute == NameAttribute.C && form != StringForm.PRINTABLE_STRING) {
            block.fault("string", "C is a printable-string of two letters (RFC 5280, A.1).");
        }
        int longest = block.number("longest", 1, attribute.bound(), attribute.bound());
        if (attribute == NameAttribute.C && longest != attribute.bound()) {
            block.fault("longest", "C has two letters (RFC 5280, A.1); leave \"longest\" out.");
        }
        block.end();
        return new AttributeRule(attribute, presence, form, longest);
    }

    private static void requireNames(
            Block profile, Map<NameAttribute, Block> places, List<AttributeRule> rules) {
        for (NameAttribute every : List.of(NameAttribute.C, NameAttribute.O, NameAttribute.CN)) {
            if (!places.containsKey(every) && !rules.isEmpty()) {
                profile.fault(
                        "subject",
                        "%s is missing: every subject has C, O and CN, and would be refused."
                                .formatted(every));
            }
        }
    }
}
