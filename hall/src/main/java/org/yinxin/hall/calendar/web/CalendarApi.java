package org.yinxin.hall.calendar.web;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.calendar.BusinessHours;
import org.yinxin.hall.calendar.ClearDay;
import org.yinxin.hall.calendar.MarkDays;
import org.yinxin.hall.calendar.ReadCalendar;
import org.yinxin.hall.calendar.SetBusinessHours;
import org.yinxin.hall.calendar.SpecialDay;
import org.yinxin.hall.web.Answers;

/** The working calendar for programs. */
@RestController
@RequestMapping("/api/v1/staff/calendar")
class CalendarApi {

    private final ReadCalendar readCalendar;
    private final SetBusinessHours setBusinessHours;
    private final MarkDays markDays;
    private final ClearDay clearDay;

    CalendarApi(
            ReadCalendar readCalendar,
            SetBusinessHours setBusinessHours,
            MarkDays markDays,
            ClearDay clearDay) {
        this.readCalendar = readCalendar;
        this.setBusinessHours = setBusinessHours;
        this.markDays = markDays;
        this.clearDay = clearDay;
    }

    /**
     * Business hours.
     *
     * @param weekdays such as MONDAY
     * @param spans such as 08:30-11:30, in order
     */
    record Hours(@Nullable Set<DayOfWeek> weekdays, @Nullable List<String> spans) {

        static Hours of(BusinessHours hours) {
            return new Hours(
                    hours.days(),
                    hours.spans().stream().map(BusinessHours.Span::toString).toList());
        }
    }

    /**
     * Days to be marked.
     *
     * @param until the last day; left out for one day
     * @param working true for a working day that makes up for a holiday
     */
    record Days(
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            boolean working,
            @Nullable String name) {}

    /**
     * The calendar of one year.
     *
     * @param dueInTwoDays when something handed in now with two working days would be due
     */
    record Answer(int year, Hours hours, List<SpecialDay> days, Instant dueInTwoDays) {}

    @GetMapping
    Answer read(@RequestParam(required = false) @Nullable Year year) {
        Year wanted = year == null ? Year.from(readCalendar.today()) : year;
        return new Answer(
                wanted.getValue(),
                Hours.of(readCalendar.hours()),
                readCalendar.year(wanted),
                readCalendar.example());
    }

    @PutMapping("/hours")
    ResponseEntity<Hours> hours(
            @AuthenticationPrincipal Actor.Operator who, @RequestBody Hours wanted) {
        return Answers.of(
                setBusinessHours
                        .set(
                                who,
                                Objects.requireNonNullElse(wanted.weekdays(), Set.of()),
                                Objects.requireNonNullElse(wanted.spans(), List.of()))
                        .map(Hours::of));
    }

    @PostMapping("/days")
    ResponseEntity<List<SpecialDay>> mark(
            @AuthenticationPrincipal Actor.Operator who, @RequestBody Days wanted) {
        return Answers.of(
                markDays.mark(
                        who,
                        wanted.from(),
                        wanted.until(),
                        wanted.working(),
                        Objects.requireNonNullElse(wanted.name(), "")));
    }

    @DeleteMapping("/days/{day}")
    ResponseEntity<Void> clear(
            @AuthenticationPrincipal Actor.Operator who, @PathVariable LocalDate day) {
        return Answers.done(clearDay.clear(who, day));
    }
}
