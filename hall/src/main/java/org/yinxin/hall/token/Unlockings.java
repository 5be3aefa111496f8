package org.yinxin.hall.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.catalogue.GateSettings.UnlockMode;
import org.yinxin.hall.privacy.ColumnCipher;
import org.yinxin.hall.reference.CaseNumber;

/** The table of unlockings, one for each case. */
@Repository
class Unlockings {

    private final JdbcClient jdbc;
    private final ColumnCipher cipher;

    Unlockings(JdbcClient jdbc, ColumnCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    void put(Unlocking unlocking, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO token_unlocking (case_number, pair, holder, modes, mobile, opened_at)
                        VALUES (:case, :pair, :holder, :modes, :mobile, :now)
                        ON CONFLICT (case_number) DO UPDATE
                        SET modes = excluded.modes, mobile = excluded.mobile, granted_until = NULL,
                            granted_by = NULL, nonce = NULL
                        WHERE token_unlocking.done_at IS NULL
                        """)
                .param("case", unlocking.caseNumber().text())
                .param("pair", unlocking.pair())
                .param("holder", unlocking.holder().value())
                .param(
                        "modes",
                        unlocking.modes().stream().map(Enum::name).collect(Collectors.joining(",")))
                .param(
                        "mobile",
                        unlocking.mobile() == null ? null : cipher.seal(unlocking.mobile()))
                .param("now", time(now))
                .update();
    }

    Optional<Unlocking> find(CaseNumber number) {
        return find(number, "");
    }

    /** The same, and nobody else changes it until the transaction ends. */
    Optional<Unlocking> lock(CaseNumber number) {
        return find(number, " FOR UPDATE");
    }

    private Optional<Unlocking> find(CaseNumber number, String suffix) {
        return jdbc.sql(
                        """
                        SELECT case_number, pair, holder, modes, mobile, granted_until, nonce, done_at
                          FROM token_unlocking WHERE case_number = :case
                        """
                                + suffix)
                .param("case", number.text())
                .query((row, _) -> read(row))
                .optional();
    }

    /** A grant begins anew: what was answered before is forgotten. */
    void grant(CaseNumber number, UnlockMode mode, String by, Instant until) {
        jdbc.sql(
                        """
                        UPDATE token_unlocking
                           SET granted_until = :until, granted_by = :by, granted_mode = :mode, nonce = NULL
                         WHERE case_number = :case AND done_at IS NULL
                        """)
                .param("case", number.text())
                .param("mode", mode.name())
                .param("by", by)
                .param("until", time(until))
                .update();
    }

    void answered(CaseNumber number, byte[] nonce) {
        jdbc.sql("UPDATE token_unlocking SET nonce = :nonce WHERE case_number = :case")
                .param("case", number.text())
                .param("nonce", nonce)
                .update();
    }

    void done(CaseNumber number, Instant at) {
        jdbc.sql("UPDATE token_unlocking SET done_at = :at WHERE case_number = :case")
                .param("case", number.text())
                .param("at", time(at))
                .update();
    }

    /** Somebody else unlocks: what was granted is gone, and a code goes to that person's number where one went before. */
    void handOver(Collection<CaseNumber> cases, AccountId to, String mobile) {
        jdbc.sql(
                        """
                        UPDATE token_unlocking
                           SET holder = :to, mobile = CASE WHEN mobile IS NULL THEN NULL ELSE :mobile END,
                               granted_until = NULL, granted_by = NULL, granted_mode = NULL, nonce = NULL
                         WHERE case_number = ANY (:cases) AND done_at IS NULL
                        """)
                .param("to", to.value())
                .param("mobile", cipher.seal(mobile))
                .param("cases", cases.stream().map(CaseNumber::text).toArray(String[]::new))
                .update();
    }

    private Unlocking read(ResultSet row) throws SQLException {
        byte[] mobile = row.getBytes("mobile");
        Set<UnlockMode> modes =
                Arrays.stream(row.getString("modes").split(",", -1))
                        .map(UnlockMode::valueOf)
                        .collect(Collectors.toSet());
        return new Unlocking(
                new CaseNumber(row.getString("case_number")),
                row.getObject("pair", UUID.class),
                new AccountId(row.getObject("holder", UUID.class)),
                modes,
                mobile == null ? null : cipher.open(mobile),
                instant(row, "granted_until"),
                row.getBytes("nonce"),
                instant(row, "done_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
