package org.yinxin.hall.calendar.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.calendar.BusinessHours;
import org.yinxin.hall.calendar.ClearDay;
import org.yinxin.hall.calendar.MarkDays;
import org.yinxin.hall.calendar.ReadCalendar;
import org.yinxin.hall.calendar.SetBusinessHours;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.web.PageErrors;

/** 工作日历: one page for the hours of the week and the days that are different. */
@Controller
@RequestMapping("/staff/calendar")
class CalendarPages {

    private static final String VIEW = "calendar/web/calendar";
    private static final int ROWS = 3;

    private final ReadCalendar readCalendar;
    private final SetBusinessHours setBusinessHours;
    private final MarkDays markDays;
    private final ClearDay clearDay;
    private final PageErrors errors;

    CalendarPages(
            ReadCalendar readCalendar,
            SetBusinessHours setBusinessHours,
            MarkDays markDays,
            ClearDay clearDay,
            PageErrors errors) {
        this.readCalendar = readCalendar;
        this.setBusinessHours = setBusinessHours;
        this.markDays = markDays;
        this.clearDay = clearDay;
        this.errors = errors;
    }

    /**
     * What was typed for days.
     *
     * @param kind {@code holiday} or {@code working}
     */
    record DaysForm(
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            @Nullable String kind,
            @Nullable String name) {

        boolean working() {
            return "working".equals(kind);
        }
    }

    /** Hours as they stand in the form; empty ones for one more. */
    record SpanRow(String opens, String closes) {}

    @GetMapping
    String page(@RequestParam(required = false) @Nullable Year year, Model model) {
        return fill(year, model);
    }

    @PostMapping("/hours")
    String hours(
            @AuthenticationPrincipal Actor.Operator who,
            @RequestParam(required = false, defaultValue = "") Set<DayOfWeek> weekdays,
            @RequestParam(required = false, defaultValue = "") List<String> opens,
            @RequestParam(required = false, defaultValue = "") List<String> closes,
            HttpServletResponse response,
            Model model) {
        List<String> spans = new ArrayList<>();
        for (int row = 0; row < Math.min(opens.size(), closes.size()); row++) {
            if (!opens.get(row).isBlank() || !closes.get(row).isBlank()) {
                spans.add(opens.get(row) + "-" + closes.get(row));
            }
        }
        return after(setBusinessHours.set(who, weekdays, spans), null, response, model);
    }

    @PostMapping("/days")
    String mark(
            @AuthenticationPrincipal Actor.Operator who,
            DaysForm form,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("form", form);
        Year year = form.from() == null ? null : Year.from(form.from());
        String name = form.name() == null ? "" : form.name();
        return after(
                markDays.mark(who, form.from(), form.until(), form.working(), name),
                year,
                response,
                model);
    }

    @PostMapping("/days/{day}/clear")
    String clear(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable LocalDate day,
            HttpServletResponse response,
            Model model) {
        return after(clearDay.clear(who, day), Year.from(day), response, model);
    }

    private String after(
            Outcome<?> outcome, @Nullable Year year, HttpServletResponse response, Model model) {
        return switch (outcome) {
            case Outcome.Done<?> _ ->
                    "redirect:/staff/calendar" + (year == null ? "" : "?year=" + year);
            case Outcome.Refused<?>(Refusal refusal) ->
                    errors.show(refusal, model, response, fill(year, model));
        };
    }

    private String fill(@Nullable Year year, Model model) {
        Year wanted = year == null ? Year.from(readCalendar.today()) : year;
        BusinessHours hours = readCalendar.hours();
        List<SpanRow> rows = new ArrayList<>();
        hours.spans()
                .forEach(
                        span ->
                                rows.add(
                                        new SpanRow(
                                                span.opens().toString(),
                                                span.closes().toString())));
        while (rows.size() < ROWS) {
            rows.add(new SpanRow("", ""));
        }
        model.addAttribute("year", wanted.getValue());
        model.addAttribute("hours", hours);
        model.addAttribute("spans", rows);
        model.addAttribute("weekdays", DayOfWeek.values());
        model.addAttribute("days", readCalendar.year(wanted));
        model.addAttribute("example", readCalendar.example());
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", new DaysForm(null, null, "holiday", null));
        }
        return VIEW;
    }
}
