package org.yinxin.hall.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.actor.OperatorId;
import org.yinxin.hall.catalogue.GateSettings.UnlockMode;
import org.yinxin.hall.privacy.ColumnCipher;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.reference.Place;

/** The table of unlockings, one for each case. */
@Repository
class Unlockings {

    private static final String COLUMNS =
            """
            case_number, pair, holder, modes, mobile, email, received_by, opened_at, granted_until, nonce, done_at""";

    private final JdbcClient jdbc;
    private final ColumnCipher cipher;

    Unlockings(JdbcClient jdbc, ColumnCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    void put(Unlocking unlocking) {
        jdbc.sql(
                        """
                        INSERT INTO token_unlocking
                            (case_number, pair, holder, modes, mobile, email, opened_at, received_by)
                        VALUES (:case, :pair, :holder, :modes, :mobile, :email, :now,
                                CAST(:received AS uuid[]))
                        ON CONFLICT (case_number) DO UPDATE
                        SET modes = excluded.modes, mobile = excluded.mobile, email = excluded.email,
                            received_by = excluded.received_by, granted_until = NULL,
                            granted_by = NULL, nonce = NULL, link_digest = NULL, link_sent = NULL
                        WHERE token_unlocking.done_at IS NULL AND token_unlocking.refused_at IS NULL
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
                .param("email", unlocking.email() == null ? null : cipher.seal(unlocking.email()))
                .param(
                        "received",
                        unlocking.receivedBy().stream()
                                .map(OperatorId::toString)
                                .toArray(String[]::new))
                .param("now", time(unlocking.openedAt()))
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
                        SELECT %s FROM token_unlocking
                         WHERE case_number = :case AND refused_at IS NULL
                        """
                                        .formatted(COLUMNS)
                                + suffix)
                .param("case", number.text())
                .query((row, _) -> read(row))
                .optional();
    }

    /**
     * What officers may grant and is not done, longest waiting first.
     *
     * @param after the place that the page before ended with; null for the first
     */
    List<Unlocking> waiting(@Nullable Place after, int limit) {
        return jdbc.sql(
                        """
                        SELECT %s FROM token_unlocking
                         WHERE done_at IS NULL AND refused_at IS NULL AND modes ~ '(OFFICER|COUNTER)'
                           AND (opened_at, case_number) > (:since, :number)
                         ORDER BY opened_at, case_number LIMIT :limit
                        """
                                .formatted(COLUMNS))
                .param("since", time(after == null ? Instant.EPOCH : after.since()))
                .param("number", after == null ? "" : after.number().text())
                .param("limit", limit)
                .query((row, _) -> read(row))
                .list();
    }

    /** Nothing is granted any more. */
    void refuse(CaseNumber number, String by, String words, Instant at) {
        jdbc.sql(
                        """
                        UPDATE token_unlocking
                           SET refused_at = :at, refused_by = :by, refused_with = :words,
                               granted_until = NULL, granted_by = NULL, nonce = NULL,
                               link_digest = NULL, link_sent = NULL
                         WHERE case_number = :case AND done_at IS NULL
                        """)
                .param("case", number.text())
                .param("by", by)
                .param("words", cipher.seal(words))
                .param("at", time(at))
                .update();
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

    /** A link was sent; the one before is worth nothing any more. */
    void linkSent(CaseNumber number, byte[] digest, Instant at) {
        jdbc.sql(
                        """
                        UPDATE token_unlocking SET link_digest = :digest, link_sent = :at
                         WHERE case_number = :case AND done_at IS NULL
                        """)
                .param("case", number.text())
                .param("digest", digest)
                .param("at", time(at))
                .update();
    }

    /** When the link that is out was sent. */
    Optional<Instant> linkSent(CaseNumber number) {
        return jdbc.sql(
                        """
                        SELECT link_sent FROM token_unlocking
                         WHERE case_number = :case AND link_sent IS NOT NULL
                        """)
                .param("case", number.text())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Uses up a link sent after a moment; false when this is not the one that is out, or somebody was faster. */
    boolean useLink(CaseNumber number, byte[] digest, Instant after) {
        return jdbc.sql(
                                """
                                UPDATE token_unlocking SET link_digest = NULL, link_sent = NULL
                                 WHERE case_number = :case AND link_digest = :digest AND link_sent > :after
                                """)
                        .param("case", number.text())
                        .param("digest", digest)
                        .param("after", time(after))
                        .update()
                == 1;
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

    /**
     * Somebody else unlocks: what was granted is gone, a code goes to that person's number where one went before, and where a
     * link went an officer grants it, because that person's mail address is not known.
     */
    void handOver(Collection<CaseNumber> cases, AccountId to, String mobile) {
        jdbc.sql(
                        """
                        UPDATE token_unlocking
                           SET holder = :to, mobile = CASE WHEN mobile IS NULL THEN NULL ELSE :mobile END,
                               modes = CASE WHEN modes = 'EMAIL_LINK' THEN 'OFFICER' ELSE modes END,
                               email = NULL, link_digest = NULL, link_sent = NULL,
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
        byte[] email = row.getBytes("email");
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
                email == null ? null : cipher.open(email),
                received(row),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                instant(row, "granted_until"),
                row.getBytes("nonce"),
                instant(row, "done_at"));
    }

    private static Set<OperatorId> received(ResultSet row) throws SQLException {
        return Arrays.stream((UUID[]) row.getArray("received_by").getArray())
                .map(OperatorId::new)
                .collect(Collectors.toSet());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
