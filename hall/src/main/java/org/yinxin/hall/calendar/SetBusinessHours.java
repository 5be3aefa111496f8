package org.yinxin.hall.calendar;

import java.time.Clock;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.outcome.Violation;

/**
 * Sets on which days of the week and at which hours the staff works. What was promised before stays promised.
 *
 * <p>Refusals: {@link CalendarError#NOT_AN_ADMINISTRATOR}; {@link CalendarError#HOURS_WRONG} for no day, no hours, a
 * span that is none, and spans that overlap or are out of order.
 */
@Component
public class SetBusinessHours {

    private static final int MOST_SPANS = 4;

    private final CalendarDays days;
    private final AuditTrail audit;
    private final Clock clock;

    SetBusinessHours(CalendarDays days, AuditTrail audit, Clock clock) {
        this.days = days;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Sets them.
     *
     * @param spans each as {@code 08:30-11:30}
     */
    @Transactional
    public Outcome<BusinessHours> set(Actor by, Set<DayOfWeek> weekdays, List<String> spans) {
        if (!by.has(Role.ADMINISTRATOR)) {
            return Outcome.refused(CalendarError.NOT_AN_ADMINISTRATOR);
        }
        List<BusinessHours.Span> read =
                spans.stream().map(BusinessHours.Span::parse).flatMap(Optional::stream).toList();
        List<Violation> violations = new ArrayList<>();
        if (weekdays.isEmpty()) {
            violations.add(new Violation("weekdays", "calendar.violation.no-weekday"));
        }
        if (read.size() != spans.size() || read.isEmpty() || read.size() > MOST_SPANS) {
            violations.add(new Violation("spans", "calendar.violation.not-hours"));
        } else if (!apart(read)) {
            violations.add(new Violation("spans", "calendar.violation.hours-overlap"));
        }
        if (!violations.isEmpty()) {
            return Outcome.refused(new Refusal(CalendarError.HOURS_WRONG, violations));
        }
        BusinessHours hours = new BusinessHours(weekdays, read);
        days.setHours(hours, by, clock.instant());
        audit.record(
                by,
                "calendar.hours-set",
                "calendar",
                Map.of(
                        "days",
                        weekdays.stream()
                                .sorted()
                                .map(DayOfWeek::name)
                                .collect(Collectors.joining(" ")),
                        "hours",
                        String.join(" ", spans)));
        return Outcome.done(hours);
    }

    private static boolean apart(List<BusinessHours.Span> spans) {
        for (int next = 1; next < spans.size(); next++) {
            if (!spans.get(next).opens().isAfter(spans.get(next - 1).closes())) {
                return false;
            }
        }
        return true;
    }
}
