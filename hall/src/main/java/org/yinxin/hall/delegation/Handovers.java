package org.yinxin.hall.delegation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.archive.PaperId;
import org.yinxin.hall.catalogue.HandoverWay;
import org.yinxin.hall.code.DocumentKind;
import org.yinxin.hall.code.IdentityDocument;
import org.yinxin.hall.code.UnifiedSocialCreditCode;
import org.yinxin.hall.privacy.ColumnCipher;
import org.yinxin.hall.reference.CaseNumber;

/** The table of hand-overs. */
@Repository
class Handovers {

    private static final String COLUMNS =
            """
            SELECT number, unit, account, name, document, valid_until, ways, state, opened_at, asked_at, letter,
                   letter_at, decided_at, words
              FROM handover
            """;

    private final JdbcClient jdbc;
    private final ColumnCipher cipher;

    Handovers(JdbcClient jdbc, ColumnCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** Whether it was added; not, when the number is taken or another one of the same account waits. */
    boolean add(Handover one) {
        return jdbc.sql(
                                """
                                INSERT INTO handover (number, unit, account, name, document, valid_until, ways, state, opened_at)
                                VALUES (:number, :unit, :account, :name, :document, :until, :ways, 'OPEN', :at)
                                ON CONFLICT DO NOTHING
                                """)
                        .param("number", one.number().text())
                        .param("unit", one.unit().value())
                        .param("account", one.account().value())
                        .param("name", cipher.seal(one.name()))
                        .param("document", cipher.seal(one.document().value()))
                        .param("until", one.until())
                        .param("ways", one.ways().stream().map(Enum::name).toArray(String[]::new))
                        .param("at", utc(one.openedAt()))
                        .update()
                == 1;
    }

    Optional<Handover> find(CaseNumber number) {
        return one(number, "");
    }

    /** The same, and nobody else changes it until the transaction ends. */
    Optional<Handover> lock(CaseNumber number) {
        return one(number, " FOR UPDATE");
    }

    private Optional<Handover> one(CaseNumber number, String suffix) {
        return jdbc.sql(COLUMNS + " WHERE number = :number" + suffix)
                .param("number", number.text())
                .query((row, _) -> read(row))
                .optional();
    }

    /** The newest first. */
    List<Handover> ofAccount(AccountId account, int atMost) {
        return jdbc.sql(
                        COLUMNS
                                + " WHERE account = :account ORDER BY opened_at DESC, number LIMIT "
                                + atMost)
                .param("account", account.value())
                .query((row, _) -> read(row))
                .list();
    }

    /** Letters that wait for an officer, the longest waiting first. */
    List<Handover> waiting(int atMost) {
        return jdbc.sql(
                        COLUMNS
                                + " WHERE state = 'WAITING' ORDER BY letter_at, number LIMIT "
                                + atMost)
                .query((row, _) -> read(row))
                .list();
    }

    /** What the same person has asked for before makes room for what is asked now. */
    void withdrawOpen(UnifiedSocialCreditCode unit, AccountId account, Instant at) {
        jdbc.sql(
                        """
                        UPDATE handover SET state = 'WITHDRAWN', decided_at = :at
                         WHERE unit = :unit AND account = :account AND state IN ('OPEN', 'WAITING')
                        """)
                .param("unit", unit.value())
                .param("account", account.value())
                .param("at", utc(at))
                .update();
    }

    /** For how many hand-overs a unit's legal representative was asked since a moment. */
    int askedSince(UnifiedSocialCreditCode unit, Instant from) {
        return jdbc.sql("SELECT count(*) FROM handover WHERE unit = :unit AND asked_at >= :from")
                .param("unit", unit.value())
                .param("from", utc(from))
                .query(Integer.class)
                .single();
    }

    void asked(CaseNumber number, Instant at) {
        jdbc.sql("UPDATE handover SET asked_at = :at WHERE number = :number AND asked_at IS NULL")
                .param("number", number.text())
                .param("at", utc(at))
                .update();
    }

    void letter(CaseNumber number, PaperId letter, Instant at) {
        jdbc.sql(
                        """
                        UPDATE handover SET state = 'WAITING', letter = :letter, letter_at = :at
                         WHERE number = :number
                        """)
                .param("number", number.text())
                .param("letter", letter.sm3())
                .param("at", utc(at))
                .update();
    }

    void decide(
            CaseNumber number,
            Handover.State state,
            String by,
            @Nullable String words,
            Instant at) {
        jdbc.sql(
                        """
                        UPDATE handover SET state = :state, decided_by = :by, words = :words, decided_at = :at
                         WHERE number = :number
                        """)
                .param("number", number.text())
                .param("state", state.name())
                .param("by", by)
                .param("words", words == null ? null : cipher.seal(words))
                .param("at", utc(at))
                .update();
    }

    private Handover read(ResultSet row) throws SQLException {
        String letter = row.getString("letter");
        byte[] words = row.getBytes("words");
        Set<HandoverWay> ways = EnumSet.noneOf(HandoverWay.class);
        Arrays.stream((String[]) row.getArray("ways").getArray())
                .map(HandoverWay::valueOf)
                .forEach(ways::add);
        return new Handover(
                new CaseNumber(row.getString("number")),
                new UnifiedSocialCreditCode(row.getString("unit")),
                new AccountId(row.getObject("account", UUID.class)),
                cipher.open(row.getBytes("name")),
                new IdentityDocument(
                        DocumentKind.RESIDENT_IDENTITY_CARD, cipher.open(row.getBytes("document"))),
                row.getObject("valid_until", LocalDate.class),
                ways,
                Handover.State.valueOf(row.getString("state")),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                instant(row, "asked_at"),
                letter == null ? null : new PaperId(letter),
                instant(row, "letter_at"),
                instant(row, "decided_at"),
                words == null ? null : cipher.open(words));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
