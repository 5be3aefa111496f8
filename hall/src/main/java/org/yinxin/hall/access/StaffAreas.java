package org.yinxin.hall.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.yinxin.hall.actor.Role;

/**
 * Which rooms of the back office are for whom; the same for pages and API. What is not listed is closed to everybody.
 * The administrator makes operators and sees no business; the auditor sees everything recorded and does nothing (三权分立).
 */
final class StaffAreas {

    static final Set<Role> STAFF = Set.copyOf(EnumSet.complementOf(EnumSet.of(Role.SUBSCRIBER)));

    private static final Set<Role> OVERSEERS =
            Set.of(Role.ENTRY_OFFICER, Role.APPROVING_OFFICER, Role.AUDITOR);

    private static final Set<Role> SEARCHERS =
            Set.of(Role.ENTRY_OFFICER, Role.APPROVING_OFFICER, Role.PRODUCER, Role.AUDITOR);

    static final List<Area> ALL =
            List.of(
                    new Area("reviews", Set.of(Role.ENTRY_OFFICER, Role.APPROVING_OFFICER)),
                    new Area("counter", Set.of(Role.ENTRY_OFFICER)),
                    new Area("productions", Set.of(Role.PRODUCER)),
                    new Area("deliveries", Set.of(Role.PRODUCER)),
                    new Area(
                            "certificates",
                            Set.of(
                                    Role.ENTRY_OFFICER,
                                    Role.APPROVING_OFFICER,
                                    Role.PRODUCER,
                                    Role.AUDITOR)),
                    new Area("handovers", Set.of(Role.APPROVING_OFFICER)),
                    new Area("unlockings", Set.of(Role.APPROVING_OFFICER, Role.PRODUCER)),
                    new Area("vouchers", Set.of(Role.FINANCE)),
                    new Area("payments", Set.of(Role.FINANCE)),
                    new Area("audit", Set.of(Role.AUDITOR)),
                    new Area("exports", Set.of(Role.APPROVING_OFFICER, Role.AUDITOR)),
                    new Area("search", SEARCHERS),
                    new Area("dashboard", OVERSEERS),
                    new Area("applications", OVERSEERS),
                    new Area("operators", Set.of(Role.ADMINISTRATOR)),
                    new Area("plans", Set.of(Role.ADMINISTRATOR, Role.AUDITOR)),
                    new Area("calendar", Set.of(Role.ADMINISTRATOR)),
                    new Area("messages", Set.of(Role.ADMINISTRATOR)),
                    new Area("password", STAFF));

    private StaffAreas() {}

    /**
     * One room.
     *
     * @param name the first part of the path after {@code /staff/}
     */
    record Area(String name, Set<Role> roles) {

        String[] patterns(String prefix) {
            return new String[] {prefix + "/" + name, prefix + "/" + name + "/**"};
        }

        String[] roleNames() {
            return roles.stream().map(Role::name).toArray(String[]::new);
        }
    }
}
