package org.yinxin.hall.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days of 2027; the Spring Festival here is made up in the way real ones are: a week off, two week-ends to make up. */
class WorkingTimeTest {

    private static final BusinessHours HOURS =
            new BusinessHours(
                    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                    Stream.of("08:30-11:30", "13:30-17:00")
                            .map(span -> BusinessHours.Span.parse(span).orElseThrow())
                            .toList());

    private static final List<SpecialDay> FESTIVAL =
            Stream.concat(
                            IntStream.rangeClosed(5, 11)
                                    .mapToObj(
                                            day ->
                                                    new SpecialDay(
                                                            LocalDate.of(2027, 2, day),
                                                            false,
                                                            "春节")),
                            Stream.of(
                                    new SpecialDay(LocalDate.of(2027, 1, 31), true, "春节调休"),
                                    new SpecialDay(LocalDate.of(2027, 2, 13), true, "春节调休")))
                    .toList();

    private static final WorkingTime TIME = new WorkingTime(HOURS, FESTIVAL);

    @ParameterizedTest
    @CsvSource({
        // An ordinary week: the same hour, n working days later.
        "2027-03-01T10:00, 1, 2027-03-02T10:00",
        "2027-03-01T10:00, 2, 2027-03-03T10:00",
        "2027-03-05T16:59, 1, 2027-03-08T16:59",
        // From the opening of a day whole days are counted, and the last one ends when it closes.
        "2027-03-01T08:30, 1, 2027-03-01T17:00",
        "2027-03-01T07:00, 2, 2027-03-02T17:00",
        "2027-03-01T17:00, 2, 2027-03-03T17:00",
        "2027-03-05T23:00, 2, 2027-03-09T17:00",
        "2027-03-06T12:00, 1, 2027-03-08T17:00",
        // Noon: the afternoon begins it.
        "2027-03-01T12:00, 1, 2027-03-02T13:30",
        "2027-03-01T11:30, 1, 2027-03-02T13:30",
        // Over the festival: 5 to 11 February off; Sunday 31 January and Saturday 13 February are
        // worked.
        "2027-02-04T10:00, 1, 2027-02-12T10:00",
        "2027-02-04T10:00, 2, 2027-02-13T10:00",
        "2027-02-04T10:00, 3, 2027-02-15T10:00",
        "2027-02-06T10:00, 2, 2027-02-13T17:00",
        "2027-01-29T15:00, 1, 2027-01-31T15:00",
        "2027-01-31T15:00, 1, 2027-02-01T15:00",
    })
    void is_due_so_many_working_days_later(LocalDateTime start, int days, LocalDateTime due) {
        assertThat(TIME.deadline(at(start), days)).isEqualTo(at(due));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-01T10:00, 2027-03-01T11:00, PT1H",
        "2027-03-01T10:00, 2027-03-01T14:00, PT2H",
        "2027-03-01T10:00, 2027-03-02T10:00, PT6H30M",
        "2027-03-05T16:00, 2027-03-08T09:00, PT1H30M",
        "2027-03-06T10:00, 2027-03-07T10:00, PT0S",
        "2027-03-02T10:00, 2027-03-01T10:00, PT0S",
        "2027-02-04T17:00, 2027-02-12T08:30, PT0S",
        "2027-02-04T08:30, 2027-02-13T17:00, PT19H30M",
    })
    void counts_only_the_time_in_which_the_staff_works(
            LocalDateTime from, LocalDateTime until, Duration time) {
        assertThat(TIME.between(at(from), at(until))).isEqualTo(time);
    }

    @Test
    void what_comes_in_later_is_never_due_earlier() {
        Instant start = at(LocalDateTime.of(2027, 1, 28, 0, 0));
        Instant before = TIME.deadline(start, 2);
        for (int minutes = 15; minutes < 30 * 24 * 60; minutes += 15) {
            Instant due = TIME.deadline(start.plus(Duration.ofMinutes(minutes)), 2);
            assertThat(due).isAfterOrEqualTo(before);
            before = due;
        }
    }

    @Test
    void so_many_working_days_are_so_much_business_time() {
        Instant start = at(LocalDateTime.of(2027, 2, 3, 9, 10));
        for (int days = 1; days < 20; days++) {
            assertThat(TIME.between(start, TIME.deadline(start, days)))
                    .isEqualTo(HOURS.perDay().multipliedBy(days));
        }
    }

    @Test
    void turns_amber_when_less_than_a_quarter_is_left_and_red_when_it_is_late() {
        // Two days of 6 h 30 min: a quarter is 3 h 15 min, and on the last day that begins at
        // 13:45.
        Promise promise = TIME.promise(at(LocalDateTime.of(2027, 3, 1, 8, 0)), 2);
        Instant quarter = at(LocalDateTime.of(2027, 3, 2, 13, 45));
        assertThat(promise)
                .isEqualTo(new Promise(quarter, at(LocalDateTime.of(2027, 3, 2, 17, 0))));
        assertThat(promise.at(quarter)).isEqualTo(Light.GREEN);
        assertThat(promise.at(quarter.plusSeconds(1))).isEqualTo(Light.AMBER);
        assertThat(promise.at(promise.dueAt())).isEqualTo(Light.AMBER);
        assertThat(promise.at(promise.dueAt().plusSeconds(1))).isEqualTo(Light.RED);
    }

    @Test
    void hours_that_make_no_sense_are_none() {
        assertThat(BusinessHours.Span.parse("11:30-08:30")).isEmpty();
        assertThat(BusinessHours.Span.parse("8:30-11:30")).isEmpty();
        assertThat(BusinessHours.Span.parse("08:30-24:00")).isEmpty();
        assertThatThrownBy(() -> new BusinessHours(EnumSet.noneOf(DayOfWeek.class), HOURS.spans()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BusinessHours(HOURS.days(), HOURS.spans().reversed()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TIME.deadline(Instant.EPOCH, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Instant at(LocalDateTime there) {
        return there.atZone(WorkingTime.SHANGHAI).toInstant();
    }
}
