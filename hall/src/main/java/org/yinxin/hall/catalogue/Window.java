package org.yinxin.hall.catalogue;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The days around a certificate's last day on which a business about it is open. Days are dates of the calendar on the
 * wall where the hall stands, never hours: what opens on a day is open from its first minute.
 *
 * @param daysBefore it opens when so many days are left; null when it is open as soon as there is a certificate
 * @param daysAfter the last number of days after the last day, inclusive; null when it never closes
 */
public record Window(@Nullable Integer daysBefore, @Nullable Integer daysAfter) {

    public Window {
        if ((daysBefore != null && daysBefore < 0) || (daysAfter != null && daysAfter < 0)) {
            throw new IllegalArgumentException("a window is counted in days from 0");
        }
    }

    /** How a day lies to the window. */
    public enum Position {
        EARLY,
        WITHIN,
        LATE
    }

    /** The first day on which it is open; empty when it always was. */
    public Optional<LocalDate> opens(LocalDate lastDay) {
        return Optional.ofNullable(daysBefore).map(lastDay::minusDays);
    }

    /** The last day on which it is open; empty when it stays open. */
    public Optional<LocalDate> closes(LocalDate lastDay) {
        return Optional.ofNullable(daysAfter).map(lastDay::plusDays);
    }

    /** Where a day lies, for a certificate that is valid until {@code lastDay}. */
    public Position at(LocalDate lastDay, LocalDate day) {
        long left = ChronoUnit.DAYS.between(day, lastDay);
        if (daysBefore != null && left > daysBefore) {
            return Position.EARLY;
        }
        return daysAfter != null && -left > daysAfter ? Position.LATE : Position.WITHIN;
    }
}
