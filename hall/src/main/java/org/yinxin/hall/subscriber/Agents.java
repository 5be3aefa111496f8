package org.yinxin.hall.subscriber;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.code.InstitutionKind;
import org.yinxin.hall.code.MobileNumber;
import org.yinxin.hall.code.UnifiedSocialCreditCode;
import org.yinxin.hall.privacy.ColumnCipher;

/**
 * Who acts for which organisation, and who does not any more. An authorisation is in force from its first to its last day
 * in Asia/Shanghai, unless it was ended before. An account that never had one has lost nothing: a first application is its
 * own until it is approved.
 */
@Repository
public class Agents {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** The last moment of each authorisation, and of an account the latest of them, unless one is in force. */
    private static final String DEPARTED =
            """
            SELECT a.account, o.credit_code,
                   max(LEAST(coalesce(e.ended_at, 'infinity'),
                             (a.valid_until + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
                             - interval '1 microsecond')) AS departed_at
              FROM subscriber_agent AS a
              JOIN subscriber_organisation AS o ON o.id = a.organisation
              LEFT JOIN subscriber_agent_end AS e ON e.source = a.source
            """;

    private static final String UNLESS_IN_FORCE =
            """
             GROUP BY a.account, o.credit_code
            HAVING NOT bool_or(e.source IS NULL AND :day BETWEEN a.valid_from AND a.valid_until)
            """;

    private static final String GIVEN =
            """
            SELECT a.source, a.account, a.mobile, a.valid_from, a.valid_until, e.ended_at, e.how, p.name AS person,
                   o.id, o.credit_code, o.name, o.kind
              FROM subscriber_agent AS a
              JOIN subscriber_organisation AS o ON o.id = a.organisation
              JOIN subscriber_person AS p ON p.id = a.person
              LEFT JOIN subscriber_agent_end AS e ON e.source = a.source
            """;

    /** Nobody reads further back. */
    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final ColumnCipher cipher;
    private final Clock clock;

    Agents(JdbcClient jdbc, ColumnCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** The day on which it is asked. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SHANGHAI);
    }

    /** Whether an account has lost what it had of an organisation at a moment; of none, nothing is ever lost. */
    public boolean lost(AccountId account, @Nullable String unit, Instant begun) {
        return unit != null
                && jdbc.sql(
                                DEPARTED
                                        + " WHERE a.account = :account AND o.credit_code = :unit"
                                        + UNLESS_IN_FORCE)
                        .param("account", account.value())
                        .param("unit", unit)
                        .param("day", today())
                        .query((row, _) -> departure(row))
                        .optional()
                        .filter(departure -> departure.took(begun))
                        .isPresent();
    }

    /** What an account has lost. */
    public List<Departure> departures(AccountId account) {
        return jdbc.sql(DEPARTED + " WHERE a.account = :account" + UNLESS_IN_FORCE)
                .param("account", account.value())
                .param("day", today())
                .query((row, _) -> departure(row))
                .list();
    }

    /** Who has lost an organisation. */
    public List<Departure> departures(UnifiedSocialCreditCode unit) {
        return jdbc.sql(DEPARTED + " WHERE o.credit_code = :unit" + UNLESS_IN_FORCE)
                .param("unit", unit.value())
                .param("day", today())
                .query((row, _) -> departure(row))
                .list();
    }

    /** The organisations that an account acts for today, by name. */
    public List<ActingFor> actingFor(AccountId account) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT o.credit_code, o.name
                          FROM subscriber_agent AS a
                          JOIN subscriber_organisation AS o ON o.id = a.organisation
                         WHERE a.account = :account AND :day BETWEEN a.valid_from AND a.valid_until
                           AND NOT EXISTS (SELECT 1 FROM subscriber_agent_end AS e WHERE e.source = a.source)
                         ORDER BY o.name, o.credit_code
                        """)
                .param("account", account.value())
                .param("day", today())
                .query(
                        (row, _) ->
                                new ActingFor(row.getString("credit_code"), row.getString("name")))
                .list();
    }

    /** All authorisations of an account, of each organisation the newest first. */
    public List<Authorisation> ofAccount(AccountId account) {
        return jdbc.sql(
                        GIVEN
                                + " WHERE a.account = :account ORDER BY o.name, o.credit_code, a.valid_from DESC, a.source"
                                + " LIMIT "
                                + MOST)
                .param("account", account.value())
                .query((row, _) -> given(row))
                .list();
    }

    /** All authorisations for an organisation, the newest first. */
    public List<Authorisation> ofUnit(UnifiedSocialCreditCode unit) {
        return jdbc.sql(
                        GIVEN
                                + " WHERE o.credit_code = :unit ORDER BY a.valid_from DESC, a.source LIMIT "
                                + MOST)
                .param("unit", unit.value())
                .query((row, _) -> given(row))
                .list();
    }

    /** Lets nobody else change who acts for an organisation until the transaction ends; empty when nobody ever did. */
    Optional<UUID> lock(UnifiedSocialCreditCode unit) {
        return jdbc.sql(
                        "SELECT id FROM subscriber_organisation WHERE credit_code = :unit FOR UPDATE")
                .param("unit", unit.value())
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional();
    }

    /** Ends what is in force or will be; of one account, or of all when it is null. */
    void end(
            UUID organisation,
            @Nullable AccountId account,
            AuthorisationEnd how,
            String by,
            @Nullable String reference) {
        jdbc.sql(
                        """
                        INSERT INTO subscriber_agent_end (source, ended_at, how, by, reference)
                        SELECT a.source, :at, :how, :by, :reference FROM subscriber_agent AS a
                         WHERE a.organisation = :organisation AND a.valid_until >= :day
                           AND (CAST(:account AS uuid) IS NULL OR a.account = :account)
                            ON CONFLICT DO NOTHING
                        """)
                .param("at", Timestamp.from(clock.instant()))
                .param("how", how.name())
                .param("by", by)
                .param("reference", reference)
                .param("organisation", organisation)
                .param("day", today())
                .param("account", account == null ? null : account.value())
                .update();
    }

    private static Departure departure(ResultSet row) throws SQLException {
        return new Departure(
                new AccountId(row.getObject("account", UUID.class)),
                new UnifiedSocialCreditCode(row.getString("credit_code")),
                row.getObject("departed_at", OffsetDateTime.class).toInstant());
    }

    private Authorisation given(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        String how = row.getString("how");
        return new Authorisation(
                row.getString("source"),
                new Organisation(
                        new SubscriberId(row.getObject("id", UUID.class)),
                        new UnifiedSocialCreditCode(row.getString("credit_code")),
                        row.getString("name"),
                        InstitutionKind.valueOf(row.getString("kind"))),
                new AccountId(row.getObject("account", UUID.class)),
                cipher.open(row.getBytes("person")),
                new MobileNumber(cipher.open(row.getBytes("mobile"))).masked(),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                ended == null ? null : ended.toInstant(),
                how == null ? null : AuthorisationEnd.valueOf(how));
    }
}
