package org.yinxin.hall.identification;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.code.CorporateAccountNumber;
import org.yinxin.hall.identification.source.BankAccount;
import org.yinxin.hall.privacy.ColumnCipher;
import org.yinxin.hall.privacy.Masked;
import org.yinxin.hall.reference.CaseNumber;

/** The small transfers of all checks. */
@Repository
class Transfers {

    private static final String SELECT =
            """
            SELECT id, case_number, gate, state, account, account_digest, amount, sent_at,
                   expires_at, wrong
              FROM identification_transfer
            """;

    private static final BigInteger MEMOS = BigInteger.valueOf(1_000_000);

    private final JdbcClient jdbc;
    private final ColumnCipher cipher;

    Transfers(JdbcClient jdbc, ColumnCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    String digest(BankAccount account) {
        return HexFormat.of()
                .formatHex(cipher.blindIndex("identification-account:" + text(account)));
    }

    /**
     * The six digits of a transfer's memo. They are kept nowhere: an order to the bank that is repeated after a kill
     * must bear the same ones, so they follow from the transfer's random number and the column key.
     */
    String memo(UUID id) {
        byte[] keyed = cipher.blindIndex("identification-memo:" + id);
        return "%06d".formatted(new BigInteger(1, keyed).mod(MEMOS));
    }

    void begin(
            UUID id,
            CheckKey check,
            BankAccount account,
            Money amount,
            Instant now,
            Instant again) {
        jdbc.sql(
                        """
                        INSERT INTO identification_transfer
                               (id, case_number, gate, state, account, account_digest, masked, amount,
                                started_at, check_at)
                        VALUES (:id, :case, :gate, 'INTENDED', :account, :digest, :masked, :amount,
                                :now, :again)
                        """)
                .param("id", id)
                .param("case", check.caseNumber().text())
                .param("gate", check.gate().text())
                .param("account", cipher.seal(text(account)))
                .param("digest", digest(account))
                .param("masked", Masked.bankAccount(account.number().value()))
                .param("amount", amount.fen())
                .param("now", Timestamp.from(now))
                .param("again", Timestamp.from(again))
                .update();
    }

    /** The newest that was not replaced by another. */
    Optional<Transfer> newest(CheckKey check) {
        return jdbc.sql(
                        SELECT
                                + """
                                 WHERE case_number = :case AND gate = :gate AND state <> 'DROPPED'
                                 ORDER BY ordinal DESC LIMIT 1
                                """)
                .param("case", check.caseNumber().text())
                .param("gate", check.gate().text())
                .query(this::read)
                .optional();
    }

    Optional<Transfer> find(UUID id) {
        return jdbc.sql(SELECT + " WHERE id = :id").param("id", id).query(this::read).optional();
    }

    /** Orders whose answer is not known. */
    List<Transfer> due(Instant now, int atMost) {
        return jdbc.sql(
                        SELECT
                                + " WHERE state = 'INTENDED' AND check_at <= :now ORDER BY check_at LIMIT :limit")
                .param("now", Timestamp.from(now))
                .param("limit", atMost)
                .query(this::read)
                .list();
    }

    /** Puts the next asking off; false when another node did so first. */
    boolean claim(UUID id, Instant now, Instant next) {
        return jdbc.sql(
                                """
                                UPDATE identification_transfer SET check_at = :next
                                 WHERE id = :id AND state = 'INTENDED' AND check_at <= :now
                                """)
                        .param("next", Timestamp.from(next))
                        .param("id", id)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void sent(UUID id, String reference, Instant now, Instant expires) {
        jdbc.sql(
                        """
                        UPDATE identification_transfer
                           SET state = 'SENT', reference = :reference, sent_at = :now,
                               expires_at = :expires, check_at = NULL
                         WHERE id = :id
                        """)
                .param("reference", reference)
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(expires))
                .param("id", id)
                .update();
    }

    void end(UUID id, Transfer.State state, @Nullable String reference, Instant now) {
        jdbc.sql(
                        """
                        UPDATE identification_transfer
                           SET state = :state, reference = coalesce(:reference, reference),
                               ended_at = :now, check_at = NULL
                         WHERE id = :id
                        """)
                .param("state", state.name())
                .param("reference", reference)
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    void countWrong(UUID id) {
        jdbc.sql("UPDATE identification_transfer SET wrong = wrong + 1 WHERE id = :id")
                .param("id", id)
                .update();
    }

    /** How many began for a check since a moment, whatever became of them. */
    int begunSince(CheckKey check, Instant since) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM identification_transfer
                         WHERE case_number = :case AND gate = :gate AND started_at > :since
                        """)
                .param("case", check.caseNumber().text())
                .param("gate", check.gate().text())
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    private static String text(BankAccount account) {
        return String.join("\n", account.name(), account.number().value(), account.bank());
    }

    private Transfer read(ResultSet row, int number) throws SQLException {
        String[] account = cipher.open(row.getBytes("account")).split("\n", 3);
        Timestamp sent = row.getTimestamp("sent_at");
        Timestamp expires = row.getTimestamp("expires_at");
        return new Transfer(
                row.getObject("id", UUID.class),
                new CheckKey(
                        CaseNumber.parse(row.getString("case_number")).orElseThrow(),
                        new GateCode(row.getString("gate"))),
                Transfer.State.valueOf(row.getString("state")),
                new BankAccount(account[0], new CorporateAccountNumber(account[1]), account[2]),
                row.getString("account_digest"),
                new Money(row.getLong("amount")),
                sent == null ? null : sent.toInstant(),
                expires == null ? null : expires.toInstant(),
                row.getInt("wrong"));
    }
}
