package org.yinxin.hall.access;

import org.yinxin.hall.actor.Actor;

/** Where a member of the staff begins the day: the first room that is theirs. */
public final class StaffHome {

    private StaffHome() {}

    public static String of(Actor.Operator who) {
        return StaffAreas.ALL.stream()
                .filter(area -> area.roles().stream().anyMatch(who::has))
                .map(area -> "/staff/" + area.name())
                .findFirst()
                .orElse("/staff/password");
    }
}
