package org.yinxin.hall.certificate;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.store.postgres.TextIndex;

/**
 * Finds certificates by the beginning of a serial, by any part of a name or code, or by a case number. Each of them is
 * asked by itself, so that each finds the index that was made for it; the answers are put together afterwards.
 */
@Repository
class LedgerSearch {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final String NEWEST_FIRST = " ORDER BY issued_at DESC, pair DESC, use DESC";

    /** Twenty octets at most (RFC 5280, 4.1.2.2); the authority's own have sixteen. */
    private static final String WHOLE_SERIAL = "[0-9a-f]{32,40}";

    /** What is shorter begins too many. */
    private static final String START_OF_SERIAL = "[0-9a-f]{4,40}";

    private static final String WHOLE_CODE = "[0-9a-z]{18}";

    private static final String NAMED =
            "(organisation ILIKE :part OR common_name ILIKE :part OR organisation_code ILIKE :part)";

    /** The certificates that can have a name or code, found before anything else is asked. */
    private static final String HITS =
            """
            WITH hit AS MATERIALIZED (
                SELECT serial, organisation, common_name, organisation_code FROM certificate
                 WHERE certificate_parts(certificate_names(organisation, common_name, organisation_code))
                       @> CAST(:parts AS text[]))
            """;

    private final JdbcClient jdbc;
    private final TextIndex names;

    LedgerSearch(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.names = new TextIndex(jdbc, "certificate_by_part", clock);
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
        Question question = new Question(query, day, null, names);
        long near = question.often ? number(question.walk(atMost), question) : 0;
        return near == atMost ? near : number(question.together(atMost), question);
    }

    private long number(String serials, Question question) {
        return jdbc.sql("SELECT count(*) FROM (" + serials + ") AS few")
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
        Question question = new Question(query, day, after, names);
        if (query.isEmpty()) {
            return entries(" WHERE true" + question.narrowed, question, rows);
        }
        List<LedgerEntry> near =
                question.often ? found(question.walk(rows), question, rows) : List.of();
        return near.size() == rows ? near : found(question.together(rows), question, rows);
    }

    private List<LedgerEntry> found(String serials, Question question, int rows) {
        return entries(" WHERE serial = ANY (ARRAY(" + serials + "))", question, rows);
    }

    private List<LedgerEntry> entries(String where, Question question, int rows) {
        return jdbc.sql(Certificates.COLUMNS + where + NEWEST_FIRST + " LIMIT " + rows)
                .params(question.values)
                .query((row, _) -> Certificates.read(row))
                .list();
    }

    /** What is asked for as SQL, with its values. */
    private static final class Question {

        private final List<String> ways = new ArrayList<>();
        private final StringBuilder narrowed = new StringBuilder();
        private final Map<String, @Nullable Object> values = new HashMap<>();

        /**
         * Whether a name or code is looked for that many may have. It is met soon on a walk through the newest, and only if
         * it is not, it is worth while to find it by its parts. The database itself cannot tell which is which: characters
         * come in words.
         */
        private boolean often;

        Question(String query, @Nullable LocalDate day, @Nullable String after, TextIndex names) {
            if (!query.isEmpty()) {
                match(query, names);
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

        private void match(String query, TextIndex names) {
            String serial = query.replaceAll("[\\s:]", "").toLowerCase(Locale.ROOT);
            boolean wholeCode = serial.matches(WHOLE_CODE);
            if (wholeCode) {
                add("organisation_code = :code", "code", serial.toUpperCase(Locale.ROOT));
            } else if (!serial.matches(WHOLE_SERIAL) && CaseNumber.parse(query).isEmpty()) {
                named(query, names.parts(query));
            }
            if (serial.matches(START_OF_SERIAL)) {
                add("serial COLLATE \"C\" LIKE :start", "start", serial + "%");
            }
            add("case_number = :exact", "exact", query.toUpperCase(Locale.ROOT));
        }

        private void add(String condition, String name, Object value) {
            ways.add(condition);
            values.put(name, value);
        }

        private void named(String query, TextIndex.Parts parts) {
            String literal = query.replaceAll("([\\\\%_])", "\\\\$1");
            values.put("part", "%" + literal + "%");
            values.put("parts", parts.asked());
            often = !parts.rare();
        }

        /** The newest serials that are met on a walk. */
        String walk(int atMost) {
            return "SELECT serial FROM (SELECT * FROM certificate WHERE true"
                    + narrowed
                    + NEWEST_FIRST
                    + " LIMIT "
                    + TextIndex.near(atMost)
                    + ") AS walk WHERE "
                    + String.join(" OR ", ways)
                    + " OR "
                    + NAMED
                    + NEWEST_FIRST
                    + " LIMIT "
                    + atMost;
        }

        /** What any part finds, each part going no further than so many. */
        String together(int atMost) {
            boolean named = values.containsKey("parts");
            Stream<String> hits =
                    named
                            ? Stream.of("serial IN (SELECT serial FROM hit WHERE " + NAMED + ")")
                            : Stream.of();
            return (named ? HITS : "")
                    + Stream.concat(hits, ways.stream())
                            .map(
                                    way ->
                                            "(SELECT serial FROM certificate WHERE "
                                                    + way
                                                    + narrowed
                                                    + NEWEST_FIRST
                                                    + " LIMIT "
                                                    + atMost
                                                    + ")")
                            .collect(Collectors.joining(" UNION "));
        }
    }
}
