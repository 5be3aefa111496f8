package org.yinxin.hall.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.outcome.Violation;

/**
 * Writes down holidays, or working days that make up for them; a day that was written down before is written anew.
 *
 * <p>Refusals: {@link CalendarError#NOT_AN_ADMINISTRATOR}; {@link CalendarError#DAYS_WRONG} for no first day, a last
 * day before the first, more than 31 days, and no name or one that is too long.
 */
@Component
public class MarkDays {

    private static final int MOST = 31;
    private static final int LONGEST_NAME = 20;

    private final CalendarDays days;
    private final AuditTrail audit;
    private final Clock clock;

    MarkDays(CalendarDays days, AuditTrail audit, Clock clock) {
        this.days = days;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Marks them.
     *
     * @param until the last day; null for one day only
     */
    @Transactional
    public Outcome<List<SpecialDay>> mark(
            Actor by,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            boolean working,
            String name) {
        if (!by.has(Role.ADMINISTRATOR)) {
            return Outcome.refused(CalendarError.NOT_AN_ADMINISTRATOR);
        }
        LocalDate last = until == null ? from : until;
        List<Violation> violations = violations(from, last, name.strip());
        if (from == null || last == null || !violations.isEmpty()) {
            return Outcome.refused(new Refusal(CalendarError.DAYS_WRONG, violations));
        }
        List<SpecialDay> marked =
                from.datesUntil(last.plusDays(1))
                        .map(day -> new SpecialDay(day, working, name.strip()))
                        .toList();
        marked.forEach(day -> days.mark(day, by, clock.instant()));
        audit.record(
                by,
                "calendar.days-marked",
                "calendar",
                Map.of(
                        "from", from.toString(),
                        "until", last.toString(),
                        "working", Boolean.toString(working)));
        return Outcome.done(marked);
    }

    private static List<Violation> violations(
            @Nullable LocalDate from, @Nullable LocalDate last, String name) {
        List<Violation> violations = new ArrayList<>();
        if (from == null || last == null) {
            violations.add(new Violation("from", "calendar.violation.no-day"));
        } else if (last.isBefore(from)) {
            violations.add(new Violation("until", "calendar.violation.ends-before"));
        } else if (ChronoUnit.DAYS.between(from, last) >= MOST) {
            violations.add(
                    new Violation("until", "calendar.violation.too-many", Integer.toString(MOST)));
        }
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            violations.add(
                    new Violation(
                            "name", "calendar.violation.name", Integer.toString(LONGEST_NAME)));
        }
        return violations;
    }
}
