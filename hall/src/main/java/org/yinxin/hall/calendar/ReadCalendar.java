package org.yinxin.hall.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads the calendar, as it is written down now. */
@Component
public class ReadCalendar {

    /** Promises and delays that are reckoned lie within so many days around today. */
    private static final int BEFORE = 400;

    private static final int AFTER = 800;

    private final CalendarDays days;
    private final Clock clock;

    ReadCalendar(CalendarDays days, Clock clock) {
        this.days = days;
        this.clock = clock;
    }

    /** The special days of a year, in order. */
    public List<SpecialDay> year(Year year) {
        return days.between(year.atDay(1), year.atDay(year.length()));
    }

    public BusinessHours hours() {
        return days.hours();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingTime.SHANGHAI);
    }

    public WorkingTime workingTime() {
        LocalDate today = today();
        return new WorkingTime(
                days.hours(), days.between(today.minusDays(BEFORE), today.plusDays(AFTER)));
    }

    /** What is promised within so many working days. */
    public Promise promise(Instant start, int workingDays) {
        return workingTime().promise(start, workingDays);
    }

    /** When something handed in now with two working days would be due: whoever keeps the calendar sees what it says. */
    public Instant example() {
        return promise(clock.instant(), 2).dueAt();
    }
}
