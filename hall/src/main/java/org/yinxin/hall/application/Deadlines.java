package org.yinxin.hall.application;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.catalogue.Patience;
import org.yinxin.hall.reference.CaseNumber;

/** When each application is looked at again. Its row is locked by whoever changes it. */
@Repository
class Deadlines {

    private final JdbcClient jdbc;

    Deadlines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One that has come. */
    record Due(CaseNumber number, Instant at) {}

    /** Notes the next one of an application that was just worked on. */
    void note(Application application, Instant touchedAt) {
        if (application.business().patience().equals(Patience.ENDLESS)) {
            return;
        }
        CaseNumber number = application.number();
        Limit.of(application, touchedAt, remindedAt(number))
                .ifPresentOrElse(limit -> set(number, limit.at()), () -> clear(number));
    }

    @Nullable Instant remindedAt(CaseNumber number) {
        return jdbc.sql(
                        """
                        SELECT reminded_at FROM application_deadline
                         WHERE number = :number AND reminded_at IS NOT NULL
                        """)
                .param("number", number.text())
                .query((row, _) -> GateColumns.instant(row, "reminded_at"))
                .optional()
                .orElse(null);
    }

    private void set(CaseNumber number, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO application_deadline (number, due_at)
                        VALUES (:number, :at)
                        ON CONFLICT (number) DO UPDATE SET due_at = excluded.due_at
                        """)
                .param("number", number.text())
                .param("at", GateColumns.utc(at))
                .update();
    }

    private void clear(CaseNumber number) {
        jdbc.sql("UPDATE application_deadline SET due_at = NULL WHERE number = :number")
                .param("number", number.text())
                .update();
    }

    void reminded(CaseNumber number, Instant at) {
        jdbc.sql("UPDATE application_deadline SET reminded_at = :at WHERE number = :number")
                .param("number", number.text())
                .param("at", GateColumns.utc(at))
                .update();
    }

    /** Longest overdue first. */
    List<Due> due(Instant now, int atMost) {
        return jdbc.sql(
                        """
                        SELECT number, due_at FROM application_deadline
                         WHERE due_at <= :now ORDER BY due_at, number LIMIT :most
                        """)
                .param("now", GateColumns.utc(now))
                .param("most", atMost)
                .query(
                        (row, _) ->
                                new Due(
                                        new CaseNumber(row.getString("number")),
                                        GateColumns.instant(row, "due_at")))
                .list();
    }

    /** Takes one on; false when another node has, or when the application was worked on meanwhile. */
    boolean putOff(Due due, Instant until) {
        return jdbc.sql(
                                """
                                UPDATE application_deadline SET due_at = :until
                                 WHERE number = :number AND due_at = :at
                                """)
                        .param("number", due.number().text())
                        .param("at", GateColumns.utc(due.at()))
                        .param("until", GateColumns.utc(until))
                        .update()
                == 1;
    }
}
