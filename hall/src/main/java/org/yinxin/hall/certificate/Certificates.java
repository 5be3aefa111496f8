package org.yinxin.hall.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
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

    List<LedgerEntry> ofHolder(AccountId holder) {
        return jdbc.sql(
                        COLUMNS
                                + " WHERE holder = :holder ORDER BY issued_at DESC, pair, use DESC LIMIT 500")
                .param("holder", holder.value())
                .query((row, _) -> read(row))
                .list();
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
