package org.yinxin.hall.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reckons in working days and business hours. Holds no state and asks nobody. */
public final class WorkingTime {

    /** All days of the trade are days of this place, wherever the server stands. */
    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final BusinessHours hours;
    private final Map<LocalDate, Boolean> special;

    public WorkingTime(BusinessHours hours, List<SpecialDay> days) {
        this.hours = hours;
        this.special =
                days.stream().collect(Collectors.toMap(SpecialDay::day, SpecialDay::working));
    }

    public BusinessHours hours() {
        return hours;
    }

    public boolean isWorking(LocalDate day) {
        return special.getOrDefault(day, hours.days().contains(day.getDayOfWeek()));
    }

    /** What is promised within so many working days from {@code start}. */
    public Promise promise(Instant start, int workingDays) {
        Instant due = deadline(start, workingDays);
        Duration total = between(start, due);
        return new Promise(after(start, total.minus(total.dividedBy(4))), due);
    }

    /**
     * So many working days later: at the same hour on the n-th working day after. What comes in outside of business
     * hours counts from when they begin next; and whole days from the opening end when the last of them closes, not
     * when the day after opens.
     */
    public Instant deadline(Instant start, int workingDays) {
        if (workingDays < 1) {
            throw new IllegalArgumentException("at least one working day");
        }
        ZonedDateTime from = open(start);
        boolean wholeDays = from.toLocalTime().equals(hours.opens());
        LocalDate day = from.toLocalDate();
        for (int left = wholeDays ? workingDays - 1 : workingDays; left > 0; left--) {
            day = nextWorking(day.plusDays(1));
        }
        return at(day, wholeDays ? hours.closes() : from.toLocalTime());
    }

    /** How much business time lies between two moments; nothing when the second is not later. */
    public Duration between(Instant from, Instant until) {
        Duration sum = Duration.ZERO;
        LocalDate last = until.atZone(SHANGHAI).toLocalDate();
        for (LocalDate day = from.atZone(SHANGHAI).toLocalDate();
                !day.isAfter(last);
                day = day.plusDays(1)) {
            if (isWorking(day)) {
                for (BusinessHours.Span span : hours.spans()) {
                    sum =
                            sum.plus(
                                    overlap(
                                            at(day, span.opens()),
                                            at(day, span.closes()),
                                            from,
                                            until));
                }
            }
        }
        return sum;
    }

    /** The moment at which so much business time has gone by. */
    public Instant after(Instant start, Duration time) {
        Duration left = time;
        LocalDate day = start.atZone(SHANGHAI).toLocalDate();
        while (true) {
            day = nextWorking(day);
            for (BusinessHours.Span span : hours.spans()) {
                Instant opens = later(at(day, span.opens()), start);
                Duration here = Duration.between(opens, at(day, span.closes()));
                if (here.isPositive() && here.compareTo(left) >= 0) {
                    return opens.plus(left);
                }
                left = here.isPositive() ? left.minus(here) : left;
            }
            day = day.plusDays(1);
        }
    }

    /** The first moment from then on at which the staff works. */
    private ZonedDateTime open(Instant start) {
        ZonedDateTime from = start.atZone(SHANGHAI);
        if (isWorking(from.toLocalDate())) {
            for (BusinessHours.Span span : hours.spans()) {
                if (from.toLocalTime().isBefore(span.closes())) {
                    return from.toLocalTime().isBefore(span.opens())
                            ? from.toLocalDate().atTime(span.opens()).atZone(SHANGHAI)
                            : from;
                }
            }
        }
        return nextWorking(from.toLocalDate().plusDays(1)).atTime(hours.opens()).atZone(SHANGHAI);
    }

    private LocalDate nextWorking(LocalDate from) {
        LocalDate day = from;
        while (!isWorking(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static Duration overlap(Instant opens, Instant closes, Instant from, Instant until) {
        Duration common =
                Duration.between(later(opens, from), closes.isBefore(until) ? closes : until);
        return common.isPositive() ? common : Duration.ZERO;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(SHANGHAI).toInstant();
    }
}
