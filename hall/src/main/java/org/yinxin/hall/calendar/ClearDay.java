package org.yinxin.hall.calendar;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.outcome.Outcome;

/**
 * Makes a special day an ordinary one again.
 *
 * <p>Refusals: {@link CalendarError#NOT_AN_ADMINISTRATOR}, {@link CalendarError#NO_SUCH_DAY}.
 */
@Component
public class ClearDay {

    private final CalendarDays days;
    private final AuditTrail audit;

    ClearDay(CalendarDays days, AuditTrail audit) {
        this.days = days;
        this.audit = audit;
    }

    @Transactional
    public Outcome<LocalDate> clear(Actor by, LocalDate day) {
        if (!by.has(Role.ADMINISTRATOR)) {
            return Outcome.refused(CalendarError.NOT_AN_ADMINISTRATOR);
        }
        if (!days.clear(day)) {
            return Outcome.refused(CalendarError.NO_SUCH_DAY);
        }
        audit.record(by, "calendar.day-cleared", "calendar", Map.of("day", day.toString()));
        return Outcome.done(day);
    }
}
