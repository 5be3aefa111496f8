package org.yinxin.hall.operator;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.yinxin.hall.actor.Role;

/** Which roles one person may have together. */
final class Duties {

    private static final List<Set<Role>> SEPARATE =
            List.of(
                    EnumSet.of(Role.ADMINISTRATOR),
                    EnumSet.of(Role.AUDITOR),
                    EnumSet.of(Role.FINANCE),
                    EnumSet.of(Role.ENTRY_OFFICER, Role.APPROVING_OFFICER, Role.PRODUCER));

    private Duties() {}

    /**
     * Whether all of them lie within one branch. An entry officer who is also an approving officer is allowed: that
     * nobody approves what they entered is checked case by case.
     */
    static boolean areSeparated(Set<Role> roles) {
        return SEPARATE.stream().anyMatch(branch -> branch.containsAll(roles));
    }
}
