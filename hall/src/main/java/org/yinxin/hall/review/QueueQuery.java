package org.yinxin.hall.review;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.calendar.WorkingTime;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.reference.Place;
import org.yinxin.hall.review.ReviewQueue.Tab;
import org.yinxin.store.postgres.TextIndex;

/**
 * A filter as SQL. Conditions that are not asked for are left out, and states are written out, so that each question
 * finds the index that was made for it.
 */
final class QueueQuery {

    private static final String DECIDED = "state IN ('APPROVED', 'RETURNED', 'REFUSED')";

    private static final String REASON = "reason = :reason";

    private static final String REFUSALS = " FROM review_refusal WHERE " + REASON;

    private static final String WHOLE = "number || ' ' || subscriber";

    private final QueueFilter filter;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, @Nullable Object> values = new HashMap<>();
    private TextIndex.@Nullable Parts parts;

    QueueQuery(QueueFilter filter, Actor.Operator reader, Instant now, TextIndex index) {
        this.filter = filter;
        if (!refused()) {
            conditions.add(state());
        }
        if (filter.plan() != null) {
            add("plan = :plan", "plan", filter.plan().text());
        }
        if (filter.text() != null) {
            find(filter.text(), index);
        }
        if (filter.tab() == Tab.DECIDED) {
            decided(reader);
        } else {
            open(reader, now);
        }
    }

    private void open(Actor.Operator reader, Instant now) {
        if (filter.late()) {
            add("due_at < :now", "now", Timestamp.from(now));
        }
        if (filter.mine()) {
            add("claimed_by = :reader", "reader", reader.operator().value());
            add("claimed_until > :claimed", "claimed", Timestamp.from(now));
        }
    }

    private void decided(Actor.Operator reader) {
        if (filter.mine()) {
            add("officer = :reader", "reader", reader.operator().value());
        }
        if (filter.refusedFor() != null) {
            add(REASON, "reason", filter.refusedFor());
        }
        if (filter.since() != null) {
            add(
                    "since >= :from",
                    "from",
                    Timestamp.from(filter.since().atStartOfDay(WorkingTime.SHANGHAI).toInstant()));
        }
    }

    private void find(String text, TextIndex index) {
        String escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        values.put("text", "%" + escaped + "%");
        CaseNumber.parse(text)
                .ifPresentOrElse(
                        number -> add("number = :asked", "asked", number.text()),
                        () -> match(index.parts(text)));
    }

    private void match(TextIndex.Parts found) {
        parts = found;
        values.put("parts", found.asked());
    }

    private void add(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
    }

    private boolean refused() {
        return filter.tab() == Tab.DECIDED && filter.refusedFor() != null;
    }

    /** Whether the index of the refusals alone knows which cases are meant. */
    private boolean refusedForNothingElse() {
        return parts == null && conditions.equals(List.of(REASON));
    }

    private String state() {
        return switch (filter.tab()) {
            case WAITING -> "state = 'WAITING'";
            case ENTERED -> "state = 'ENTERED'";
            case DECIDED -> DECIDED;
        };
    }

    /**
     * Refusals come first, and the number is theirs, so that the order is that of their index. Whoever was refused stays
     * refused: to ask for the state as well would only have the database expect few cases and gather them all.
     */
    private String where() {
        return (refused()
                        ? " FROM review_refusal JOIN review_case USING (number)"
                        : " FROM review_case")
                + " WHERE "
                + String.join(" AND ", conditions);
    }

    /** By what the cases are ordered; of the same moments the column is taken whose index holds fewer other cases. */
    private String moment() {
        if (filter.tab() == Tab.DECIDED) {
            return refused() ? "refused_at" : "since";
        }
        return filter.late() ? "due_at" : "queue_at";
    }

    private String order() {
        return filter.tab() == Tab.DECIDED
                ? " ORDER BY %s DESC, number DESC".formatted(moment())
                : " ORDER BY %s, number".formatted(moment());
    }

    /**
     * Whether a text is looked for that many cases may have: then so many are met soon on a walk along the queue, and only
     * if they are not, it is worth while to find it by its parts. The database itself cannot tell which is which:
     * characters come in words.
     */
    boolean often() {
        return parts != null && !parts.rare();
    }

    /** One page and one row more, of what is met near. */
    String pageNear(int rows) {
        return "SELECT " + ReviewCases.COLUMNS + walk(behind(), rows) + " LIMIT :rows";
    }

    String page() {
        return hits()
                + "SELECT "
                + ReviewCases.COLUMNS
                + where()
                + hit()
                + behind()
                + order()
                + " LIMIT :rows";
    }

    /** How many are met near, but no further than anybody would read. */
    String countNear(int atMost) {
        return "SELECT count(*) FROM (SELECT 1"
                + walk("", atMost)
                + " LIMIT "
                + atMost
                + ") AS few";
    }

    /** How many, but no further than anybody would read: so far along the same index as the page. */
    String count(int atMost) {
        return hits()
                + "SELECT count(*) FROM (SELECT 1"
                + (refusedForNothingElse() ? REFUSALS : where())
                + hit()
                + order()
                + " LIMIT "
                + atMost
                + ") AS few";
    }

    /** The cases met on a walk that have the text, in its order. */
    private String walk(String behind, int wanted) {
        return " FROM (SELECT *"
                + where()
                + behind
                + order()
                + " LIMIT "
                + TextIndex.near(wanted)
                + ") AS walk WHERE "
                + WHOLE
                + " ILIKE :text"
                + order();
    }

    /** The cases that can have the text, found before anything else is asked. */
    private String hits() {
        return parts == null
                ? ""
                : "WITH hit AS MATERIALIZED (SELECT number, %s AS whole FROM review_case WHERE %s AND review_parts(%s) @> CAST(:parts AS text[])) "
                        .formatted(WHOLE, state(), WHOLE);
    }

    private String hit() {
        return parts == null
                ? ""
                : " AND number IN (SELECT number FROM hit WHERE whole ILIKE :text)";
    }

    private String behind() {
        return " AND (%s, number) %s (:place, :number)"
                .formatted(moment(), filter.tab() == Tab.DECIDED ? "<" : ">");
    }

    Map<String, @Nullable Object> page(@Nullable Place after, int rows) {
        Place start = after != null ? after : start();
        Map<String, @Nullable Object> all = new HashMap<>(values);
        all.put("place", Timestamp.from(start.since()));
        all.put("number", start.number().text());
        all.put("rows", rows);
        return all;
    }

    Map<String, @Nullable Object> values() {
        return values;
    }

    /** Before everything, or behind it. */
    private Place start() {
        CaseNumber any = new CaseNumber("9912-ZZZZ-ZZZZ");
        return filter.tab() == Tab.DECIDED
                ? new Place(Instant.parse("9999-12-31T00:00:00Z"), any)
                : new Place(Instant.EPOCH, any);
    }
}
