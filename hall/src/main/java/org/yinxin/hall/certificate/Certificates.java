package org.yinxin.hall.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.subscriber.Departure;
import org.yinxin.pki.certificate.SerialNumber;

/** The ledger's table. Rows are added, once marked as installed, and handed over; nothing else changes. */
@Repository
class Certificates {

    static final String COLUMNS =
            """
            SELECT serial, authority, use, pair, case_number, holder, organisation, common_name, organisation_code,
                   not_before, not_after, der, issued_at, installed_at
              FROM certificate
            """;

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

    /**
     * The newest first, the halves of a pair together.
     *
     * @param unit only those of the organisation with this credit code; null for all
     * @param lost what is left out, because the holder may not act for an organisation any more
     * @param after only the pairs behind the one that this serial belongs to; null for the newest
     */
    List<LedgerEntry> ofHolder(
            AccountId holder,
            @Nullable String unit,
            List<Departure> lost,
            @Nullable String after,
            int limit) {
        StringBuilder sql = new StringBuilder(COLUMNS).append(" WHERE holder = :holder");
        Map<String, Object> values =
                new HashMap<>(Map.of("holder", holder.value(), "limit", limit));
        if (unit != null) {
            sql.append(" AND organisation_code = :unit");
            values.put("unit", unit);
        }
        for (int i = 0; i < lost.size(); i++) {
            sql.append(" AND (organisation_code IS DISTINCT FROM :lost%d".formatted(i))
                    .append(" OR issued_at > :at%d)".formatted(i));
            values.put("lost" + i, lost.get(i).unit().value());
            values.put("at" + i, column(lost.get(i).at()));
        }
        if (after != null) {
            sql.append(
                    """
                     AND (SELECT certificate.issued_at < l.issued_at
                              OR certificate.issued_at = l.issued_at AND certificate.pair > l.pair
                            FROM certificate l WHERE l.serial = :after)
                    """);
            values.put("after", after);
        }
        sql.append(" ORDER BY issued_at DESC, pair, use DESC LIMIT :limit");
        return jdbc.sql(sql.toString()).params(values).query((row, _) -> read(row)).list();
    }

    /** Makes a former holder's certificates of an organisation another account's. */
    int handOver(Departure from, AccountId to) {
        return jdbc.sql(
                        """
                        UPDATE certificate SET holder = :to
                         WHERE holder = :from AND organisation_code = :unit AND issued_at <= :at
                        """)
                .param("to", to.value())
                .param("from", from.account().value())
                .param("unit", from.unit().value())
                .param("at", column(from.at()))
                .update();
    }

    static LedgerEntry read(ResultSet row) throws SQLException {
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

    static OffsetDateTime column(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
