package org.yinxin.hall.delegation;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.catalogue.HandoverWay;
import org.yinxin.hall.code.UnifiedSocialCreditCode;
import org.yinxin.hall.identification.Subject;

/**
 * What approved applications say about a unit.
 *
 * @param unit which
 * @param name its name, as last approved
 * @param legal its legal representative, with a mobile number; null when none is recorded
 * @param ways how another agent can take over
 */
public record UnitRecord(
        UnifiedSocialCreditCode unit, String name, @Nullable Subject legal, Set<HandoverWay> ways) {

    public UnitRecord {
        Set<HandoverWay> ordered = EnumSet.noneOf(HandoverWay.class);
        ordered.addAll(ways);
        ways = ordered;
    }
}
