package org.yinxin.hall.review;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.reference.CaseNumber;

/** What was set when a case was approved. It asks nobody who they are: the caller makes the bill. */
@Component
public class ReadSurcharge {

    private final JdbcClient jdbc;

    ReadSurcharge(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty where nothing was to be set, or nothing was approved yet. */
    public Optional<Surcharge> of(CaseNumber number) {
        return jdbc.sql(
                        """
                        SELECT elapsed_months, elapsed_days, surcharge FROM review_round
                         WHERE number = :number AND surcharge IS NOT NULL
                         ORDER BY round DESC LIMIT 1
                        """)
                .param("number", number.text())
                .query(
                        (row, _) ->
                                new Surcharge(
                                        row.getInt("elapsed_months"),
                                        row.getInt("elapsed_days"),
                                        new Money(row.getLong("surcharge"))))
                .optional();
    }
}
