package org.yinxin.hall.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.pki.certificate.SerialNumber;

/** The ledger's table. Rows are added, and once marked as installed; nothing else changes. */
@Repository
class Certificates {

    private static final String COLUMNS =
            """
            SELECT serial, authority, use, pair, case_number, holder, organisation, common_name, organisation_code,
                   not_before, not_after, der, issued_at, installed_at
              FROM certificate
            """;

    /** A serial by its beginning; names and codes by any part. */
    private static final String MATCHING =
            """
             WHERE (serial LIKE :start OR organisation ILIKE :part OR common_name ILIKE :part
                OR organisation_code ILIKE :part OR case_number = :exact)
            """;

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;

    Certificates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(LedgerEntry entry) {
        jdbc.sql(
                        """
                        INSERT INTO certificate (serial, authority, use, pair, case_number, holder, organisation,
                                                 common_name, organisation_code, not_before, not_after, der, issued_at)
                        VALUES (:serial, :authority, :use, :pair, :case, :holder, :organisation,
                                :common_name, :code, :not_before, :not_after, :der, :issued_at)
                        """)
                .param("serial", entry.serial().hex())
                .param("authority", entry.authority().value())
                .param("use", entry.use().name())
                .param("pair", entry.pair())
                .param("case", entry.caseNumber().text())
                .param("holder", entry.holder().value())
                .param("organisation", entry.organisation())
                .param("common_name", entry.commonName())
                .param("code", entry.organisationCode())
                .param("not_before", column(entry.notBefore()))
                .param("not_after", column(entry.notAfter()))
                .param("der", entry.der())
                .param("issued_at", column(entry.issuedAt()))
                .update();
    }

    int markInstalled(UUID pair, Instant at) {
        return jdbc.sql(
                        """
                        UPDATE certificate SET installed_at = :at
                        WHERE pair = :pair AND installed_at IS NULL
                        """)
                .param("at", column(at))
                .param("pair", pair)
                .update();
    }

    Optional<LedgerEntry> find(String serial) {
        return jdbc.sql(COLUMNS + " WHERE serial = :serial")
                .param("serial", serial)
                .query((row, _) -> read(row))
                .optional();
    }

    List<LedgerEntry> ofPair(UUID pair) {
        return jdbc.sql(COLUMNS + " WHERE pair = :pair ORDER BY use DESC")
                .param("pair", pair)
                .query((row, _) -> read(row))
                .list();
    }

    List<LedgerEntry> ofHolder(AccountId holder) {
        return jdbc.sql(
                        COLUMNS
                                + " WHERE holder = :holder ORDER BY issued_at DESC, pair, use DESC LIMIT 500")
                .param("holder", holder.value())
                .query((row, _) -> read(row))
                .list();
    }

    /** How many; the tally knows how many there are of all. */
    long count(String query, @Nullable LocalDate day) {
        return query.isEmpty()
                ? jdbc.sql(
                                """
                                SELECT coalesce(2 * sum(pairs), 0) FROM certificate_tally
                                 WHERE CAST(:day AS date) IS NULL OR day = :day
                                """)
                        .param("day", day)
                        .query((row, _) -> row.getLong(1))
                        .single()
                : matching("SELECT count(*) FROM certificate", query, day)
                        .query((row, _) -> row.getLong(1))
                        .single();
    }

    List<LedgerEntry> search(String query, @Nullable LocalDate day, int offset, int limit) {
        return matching(
                        COLUMNS,
                        query,
                        day,
                        " ORDER BY issued_at DESC, pair, use DESC LIMIT :limit OFFSET :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query((row, _) -> read(row))
                .list();
    }

    private JdbcClient.StatementSpec matching(
            String select, String query, @Nullable LocalDate day, String... end) {
        StringBuilder sql =
                new StringBuilder(select).append(query.isEmpty() ? " WHERE true" : MATCHING);
        Map<String, @Nullable Object> values = new HashMap<>();
        if (!query.isEmpty()) {
            String literal = query.replaceAll("([\\\\%_])", "\\\\$1");
            values.put("start", literal.replaceAll("[\\s:]", "").toLowerCase(Locale.ROOT) + "%");
            values.put("part", "%" + literal + "%");
            values.put("exact", query.toUpperCase(Locale.ROOT));
        }
        if (day != null) {
            sql.append(" AND issued_at >= :from AND issued_at < :until");
            values.put("from", column(day.atStartOfDay(SHANGHAI).toInstant()));
            values.put("until", column(day.plusDays(1).atStartOfDay(SHANGHAI).toInstant()));
        }
        return jdbc.sql(sql.append(String.join("", end)).toString()).params(values);
    }

    private static LedgerEntry read(ResultSet row) throws SQLException {
        return new LedgerEntry(
                SerialNumber.ofHex(row.getString("serial")),
                new AuthorityCode(row.getString("authority")),
                CertificateUse.valueOf(row.getString("use")),
                row.getObject("pair", UUID.class),
                new CaseNumber(row.getString("case_number")),
                new AccountId(row.getObject("holder", UUID.class)),
                row.getString("organisation"),
                row.getString("common_name"),
                row.getString("organisation_code"),
                row.getObject("not_before", OffsetDateTime.class).toInstant(),
                row.getObject("not_after", OffsetDateTime.class).toInstant(),
                row.getBytes("der"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                instant(row, "installed_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime column(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
