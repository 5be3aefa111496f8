package org.yinxin.hall.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.actor.Actor;

/** Business hours and special days in their tables. */
@Repository
class CalendarDays {

    private final JdbcClient jdbc;

    CalendarDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    BusinessHours hours() {
        return jdbc.sql("SELECT weekdays, spans FROM calendar_hours")
                .query(CalendarDays::read)
                .single();
    }

    void setHours(BusinessHours hours, Actor by, Instant at) {
        jdbc.sql(
                        """
                        UPDATE calendar_hours
                           SET weekdays = :weekdays, spans = :spans, changed_by = :by, changed_at = :at
                        """)
                .param(
                        "weekdays",
                        hours.days().stream()
                                .map(DayOfWeek::getValue)
                                .sorted()
                                .toArray(Integer[]::new))
                .param(
                        "spans",
                        hours.spans().stream()
                                .map(BusinessHours.Span::toString)
                                .toArray(String[]::new))
                .param("by", by.reference())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** In order; from the first day to the last, both included. */
    List<SpecialDay> between(LocalDate first, LocalDate last) {
        return jdbc.sql(
                        """
                        SELECT day, working, name FROM calendar_day
                         WHERE day BETWEEN :first AND :last ORDER BY day
                        """)
                .param("first", first)
                .param("last", last)
                .query(
                        (row, _) ->
                                new SpecialDay(
                                        row.getObject("day", LocalDate.class),
                                        row.getBoolean("working"),
                                        row.getString("name")))
                .list();
    }

    void mark(SpecialDay day, Actor by, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO calendar_day (day, working, name, changed_by, changed_at)
                        VALUES (:day, :working, :name, :by, :at)
                        ON CONFLICT (day) DO UPDATE
                           SET working = excluded.working, name = excluded.name,
                               changed_by = excluded.changed_by, changed_at = excluded.changed_at
                        """)
                .param("day", day.day())
                .param("working", day.working())
                .param("name", day.name())
                .param("by", by.reference())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean clear(LocalDate day) {
        return jdbc.sql("DELETE FROM calendar_day WHERE day = :day").param("day", day).update()
                == 1;
    }

    private static BusinessHours read(ResultSet row, int number) throws SQLException {
        Short[] weekdays = (Short[]) row.getArray("weekdays").getArray();
        String[] spans = (String[]) row.getArray("spans").getArray();
        return new BusinessHours(
                Arrays.stream(weekdays).map(day -> DayOfWeek.of(day)).collect(Collectors.toSet()),
                Arrays.stream(spans)
                        .map(span -> BusinessHours.Span.parse(span).orElseThrow())
                        .toList());
    }
}
