package org.yinxin.hall.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * When the staff works in an ordinary week.
 *
 * @param days which days of the week; at least one
 * @param spans from when until when on a working day, in order and apart from each other; at least one
 */
public record BusinessHours(Set<DayOfWeek> days, List<Span> spans) {

    public BusinessHours {
        days = Set.copyOf(days);
        spans = List.copyOf(spans);
        if (days.isEmpty() || spans.isEmpty()) {
            throw new IllegalArgumentException("nobody would ever work");
        }
        for (int next = 1; next < spans.size(); next++) {
            if (spans.get(next).opens().isBefore(spans.get(next - 1).closes())) {
                throw new IllegalArgumentException("spans overlap or are out of order");
            }
        }
    }

    /**
     * A part of a working day.
     *
     * @param opens the first minute
     * @param closes when it ends; later on the same day
     */
    public record Span(LocalTime opens, LocalTime closes) {

        private static final Pattern SHAPE =
                Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d-([01]\\d|2[0-3]):[0-5]\\d");

        public Span {
            if (!opens.isBefore(closes)) {
                throw new IllegalArgumentException("a span closes after it opens");
            }
        }

        /** Reads {@code 08:30-11:30}. */
        public static Optional<Span> parse(String text) {
            if (!SHAPE.matcher(text).matches()) {
                return Optional.empty();
            }
            LocalTime opens = LocalTime.parse(text.substring(0, 5));
            LocalTime closes = LocalTime.parse(text.substring(6));
            return opens.isBefore(closes) ? Optional.of(new Span(opens, closes)) : Optional.empty();
        }

        Duration length() {
            return Duration.between(opens, closes);
        }

        @Override
        public String toString() {
            return opens + "-" + closes;
        }
    }

    LocalTime opens() {
        return spans.getFirst().opens();
    }

    LocalTime closes() {
        return spans.getLast().closes();
    }

    /** How long one working day is. */
    public Duration perDay() {
        return spans.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
    }
}
