package org.yinxin.hall.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.hall.testing.Outcomes.done;
import static org.yinxin.hall.testing.Outcomes.refusal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.outcome.Violation;
import org.yinxin.hall.testing.People;
import org.yinxin.hall.testing.TestHall;

class KeepCalendarTest {

    private static final LocalDate DAY = LocalDate.of(2027, 2, 5);

    private TestHall hall;

    @BeforeEach
    void open() {
        hall =
                TestHall.of(
                        List.of("calendar"),
                        CalendarDays.class,
                        ReadCalendar.class,
                        SetBusinessHours.class,
                        MarkDays.class,
                        ClearDay.class);
    }

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void begins_with_an_ordinary_week() {
        BusinessHours hours = hall.get(ReadCalendar.class).hours();
        assertThat(hours.days()).hasSize(5).doesNotContain(DayOfWeek.SUNDAY);
        assertThat(hours.spans().toString()).isEqualTo("[09:00-12:00, 13:30-17:00]");
    }

    @Test
    void marks_days_writes_them_anew_and_clears_them() {
        MarkDays mark = hall.get(MarkDays.class);
        done(mark.mark(People.ADMINISTRATOR, DAY, DAY.plusDays(6), false, " 春节 "));
        done(mark.mark(People.ADMINISTRATOR, DAY.plusDays(6), null, true, "调休"));
        done(hall.get(ClearDay.class).clear(People.ADMINISTRATOR, DAY));
        List<SpecialDay> days = hall.get(ReadCalendar.class).year(Year.of(2027));
        assertThat(days).hasSize(6);
        assertThat(days.getFirst()).isEqualTo(new SpecialDay(DAY.plusDays(1), false, "春节"));
        assertThat(days.getLast()).isEqualTo(new SpecialDay(DAY.plusDays(6), true, "调休"));
        assertThat(refusal(hall.get(ClearDay.class).clear(People.ADMINISTRATOR, DAY)).code())
                .isEqualTo(CalendarError.NO_SUCH_DAY);
        assertThat(hall.journal())
                .containsExactly(
                        "calendar.days-marked", "calendar.days-marked", "calendar.day-cleared");
    }

    @Test
    void sets_hours_that_the_next_promise_is_reckoned_by() {
        done(
                hall.get(SetBusinessHours.class)
                        .set(
                                People.ADMINISTRATOR,
                                Set.of(DayOfWeek.SUNDAY),
                                List.of("10:00-11:00")));
        WorkingTime time = hall.get(ReadCalendar.class).workingTime();
        assertThat(time.isWorking(LocalDate.of(2027, 3, 7))).isTrue();
        assertThat(time.isWorking(LocalDate.of(2027, 3, 8))).isFalse();
    }

    @Test
    void refuses_hours_and_days_that_make_no_sense_and_names_the_fields() {
        SetBusinessHours set = hall.get(SetBusinessHours.class);
        var wrong = refusal(set.set(People.ADMINISTRATOR, Set.of(), List.of("12:00-09:00")));
        assertThat(wrong.code()).isEqualTo(CalendarError.HOURS_WRONG);
        assertThat(wrong.violations())
                .extracting(Violation::field)
                .containsExactly("weekdays", "spans");
        var overlap =
                refusal(
                        set.set(
                                People.ADMINISTRATOR,
                                Set.of(DayOfWeek.MONDAY),
                                List.of("09:00-12:00", "11:00-17:00")));
        assertThat(overlap.violations())
                .extracting(Violation::messageKey)
                .containsExactly("calendar.violation.hours-overlap");
        MarkDays mark = hall.get(MarkDays.class);
        assertThat(refusal(mark.mark(People.ADMINISTRATOR, null, null, false, "")).violations())
                .extracting(Violation::field)
                .containsExactly("from", "name");
        assertThat(
                        refusal(mark.mark(People.ADMINISTRATOR, DAY, DAY.minusDays(1), false, "节"))
                                .violations())
                .extracting(Violation::messageKey)
                .containsExactly("calendar.violation.ends-before");
        assertThat(
                        refusal(mark.mark(People.ADMINISTRATOR, DAY, DAY.plusDays(31), false, "节"))
                                .violations())
                .extracting(Violation::messageKey)
                .containsExactly("calendar.violation.too-many");
    }

    @Test
    void refuses_everybody_but_administrators() {
        for (var who : List.of(People.BOTH, People.AUDITOR, People.PRODUCER, People.SUBSCRIBER)) {
            assertThat(
                            List.of(
                                    refusal(
                                                    hall.get(SetBusinessHours.class)
                                                            .set(who, Set.of(), List.of()))
                                            .code(),
                                    refusal(
                                                    hall.get(MarkDays.class)
                                                            .mark(who, DAY, null, false, "节"))
                                            .code(),
                                    refusal(hall.get(ClearDay.class).clear(who, DAY)).code()))
                    .containsOnly(CalendarError.NOT_AN_ADMINISTRATOR);
        }
    }
}
