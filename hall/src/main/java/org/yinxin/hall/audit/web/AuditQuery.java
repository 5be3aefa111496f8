package org.yinxin.hall.audit.web;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.util.UriComponentsBuilder;
import org.yinxin.hall.audit.AuditFilter;

/**
 * The filter as it stands in an address.
 *
 * @param from the first day, in China
 * @param until the last day, in China
 */
record AuditQuery(
        @Nullable String journal,
        @Nullable String actor,
        @Nullable String action,
        @Nullable String subject,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
        @Nullable Long before) {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    String journalName() {
        return journal == null || journal.isBlank() ? "hall" : journal;
    }

    AuditFilter filter() {
        return new AuditFilter(
                word(actor),
                word(action),
                word(subject),
                from == null ? null : from.atStartOfDay(CHINA).toInstant(),
                until == null ? null : until.plusDays(1).atStartOfDay(CHINA).toInstant(),
                before);
    }

    /** The same filter without a place in it, for the link to the next page and for the export. */
    String query() {
        var query = UriComponentsBuilder.newInstance();
        add(query, "journal", journalName());
        add(query, "actor", word(actor));
        add(query, "action", word(action));
        add(query, "subject", word(subject));
        add(query, "from", from);
        add(query, "until", until);
        return query.encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder query, String name, @Nullable Object value) {
        if (value != null) {
            query.queryParam(name, value);
        }
    }

    private static @Nullable String word(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
