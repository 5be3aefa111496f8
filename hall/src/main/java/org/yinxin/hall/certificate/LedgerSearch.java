package org.yinxin.hall.certificate;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds certificates by the beginning of a serial, by any part of a name or code, or by a case number. Each of them is
 * asked by itself, so that each finds the index that was made for it; the answers are put together afterwards.
 */
@Repository
class LedgerSearch {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final String NEWEST_FIRST = " ORDER BY issued_at DESC, pair DESC, use DESC";

    private static final String NAMES =
            "certificate_names(organisation, common_name, organisation_code)";

    private final JdbcClient jdbc;

    LedgerSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How many, but no further than anybody would read. The tally knows how many there are of all or of a day.
     *
     * @param query what to look for; empty for everything
     */
    long count(String query, @Nullable LocalDate day, int atMost) {
        if (query.isEmpty()) {
            return jdbc.sql(
                            """
                            SELECT coalesce(2 * sum(pairs), 0) FROM certificate_tally
                             WHERE CAST(:day AS date) IS NULL OR day = :day
                            """)
                    .param("day", day)
                    .query((row, _) -> row.getLong(1))
                    .single();
        }
        Question question = new Question(query, day, null);
        return jdbc.sql("SELECT count(*) FROM (" + question.serials("", atMost) + ") AS few")
                .params(question.values)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    /**
     * One page, newest first.
     *
     * @param after the serial behind which it begins; null for the first
     */
    List<LedgerEntry> page(
            String query, @Nullable LocalDate day, @Nullable String after, int rows) {
        Question question = new Question(query, day, after);
        String sql =
                query.isEmpty()
                        ? Certificates.COLUMNS + " WHERE true" + question.narrowed()
                        : Certificates.COLUMNS
                                + " WHERE serial = ANY (ARRAY("
                                + question.serials(NEWEST_FIRST, rows)
                                + "))";
        return jdbc.sql(sql + NEWEST_FIRST + " LIMIT " + rows)
                .params(question.values)
                .query((row, _) -> Certificates.read(row))
                .list();
    }

    /** What is asked for as SQL, with its values. */
    private static final class Question {

        private final List<String> parts = new ArrayList<>();
        private final StringBuilder narrowed = new StringBuilder();
        private final Map<String, @Nullable Object> values = new HashMap<>();

        Question(String query, @Nullable LocalDate day, @Nullable String after) {
            if (!query.isEmpty()) {
                match(query);
            }
            if (day != null) {
                narrowed.append(" AND issued_at >= :from AND issued_at < :until");
                values.put("from", Certificates.column(day.atStartOfDay(SHANGHAI).toInstant()));
                values.put(
                        "until",
                        Certificates.column(day.plusDays(1).atStartOfDay(SHANGHAI).toInstant()));
            }
            if (after != null) {
                narrowed.append(
                        """
                         AND (issued_at, pair, use) < (SELECT issued_at, pair, use
                                                         FROM certificate WHERE serial = :after)
                        """);
                values.put("after", after);
            }
        }

        private void match(String query) {
            String literal = query.replaceAll("([\\\\%_])", "\\\\$1");
            // Parts find the few rows that can match, the pattern finds those that do.
            parts.add(
                    """
                    (organisation ILIKE :part OR common_name ILIKE :part OR organisation_code ILIKE :part)
                     AND certificate_parts(%s) @> certificate_parts(:typed)
                    """
                            .formatted(NAMES));
            values.put("part", "%" + literal + "%");
            values.put("typed", query);
            String serial = query.replaceAll("[\\s:]", "").toLowerCase(Locale.ROOT);
            if (serial.matches("[0-9a-f]{1,40}")) {
                parts.add("serial COLLATE \"C\" LIKE :start");
                values.put("start", serial + "%");
            }
            parts.add("case_number = :exact");
            values.put("exact", query.toUpperCase(Locale.ROOT));
        }

        String narrowed() {
            return narrowed.toString();
        }

        /** The serials that any part finds, each part going no further than so many. */
        String serials(String order, int atMost) {
            return String.join(
                            " UNION ",
                            parts.stream()
                                    .map(
                                            part ->
                                                    "(SELECT serial FROM certificate WHERE "
                                                            + part
                                                            + narrowed
                                                            + order
                                                            + " LIMIT "
                                                            + atMost
                                                            + ")")
                                    .toList())
                    + (order.isEmpty() ? " LIMIT " + atMost : "");
        }
    }
}
