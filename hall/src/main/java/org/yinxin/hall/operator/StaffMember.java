package org.yinxin.hall.operator;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.actor.OperatorId;
import org.yinxin.hall.actor.Role;

/**
 * One member of the staff, as the administrator sees the list.
 *
 * @param initialPassword whether the password is still the one that was made for them
 * @param closed whether they may no longer sign in
 * @param version changes with every change; sent back so that two administrators do not overwrite each other
 */
public record StaffMember(
        OperatorId id,
        String name,
        Set<Role> roles,
        Instant createdAt,
        @Nullable Instant lastSignInAt,
        boolean initialPassword,
        boolean closed,
        int version) {

    public StaffMember {
        roles = Set.copyOf(roles);
    }
}
