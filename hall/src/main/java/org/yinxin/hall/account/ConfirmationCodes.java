package org.yinxin.hall.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.code.MobileNumber;
import org.yinxin.hall.privacy.ColumnCipher;

/** The newest code of each thing that is to be confirmed. */
@Repository
class ConfirmationCodes {

    private final JdbcClient jdbc;
    private final ColumnCipher cipher;

    ConfirmationCodes(JdbcClient jdbc, ColumnCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** Bound to the thing and to the number, and keyed: six digits alone would be found by trying them all. */
    byte[] digest(String purpose, MobileNumber mobile, String code) {
        return cipher.blindIndex("confirmation:" + purpose + ":" + mobile.value() + ":" + code);
    }

    /** Puts a fresh code in the place of the one before, unless that one was sent after a moment. */
    boolean replace(
            String purpose, byte[] digest, Instant now, Instant expiresAt, Instant sentBefore) {
        return jdbc.sql(
                                """
                                INSERT INTO account_confirmation_code (purpose, digest, sent_at, expires_at)
                                VALUES (:purpose, :digest, :now, :expires)
                                ON CONFLICT (purpose) DO UPDATE
                                SET digest = excluded.digest, sent_at = excluded.sent_at,
                                    expires_at = excluded.expires_at, wrong = 0, used_at = NULL
                                WHERE account_confirmation_code.sent_at <= :before
                                """)
                        .param("purpose", purpose)
                        .param("digest", digest)
                        .param("now", Timestamp.from(now))
                        .param("expires", Timestamp.from(expiresAt))
                        .param("before", Timestamp.from(sentBefore))
                        .update()
                == 1;
    }

    Optional<Instant> lastSent(String purpose) {
        return jdbc.sql("SELECT sent_at FROM account_confirmation_code WHERE purpose = :purpose")
                .param("purpose", purpose)
                .query((row, _) -> row.getTimestamp("sent_at").toInstant())
                .optional();
    }

    Optional<SignInCode> lock(String purpose) {
        return jdbc.sql(
                        """
                        SELECT digest, expires_at, wrong, used_at FROM account_confirmation_code
                        WHERE purpose = :purpose FOR UPDATE
                        """)
                .param("purpose", purpose)
                .query((row, _) -> code(row))
                .optional();
    }

    void countWrong(String purpose) {
        jdbc.sql("UPDATE account_confirmation_code SET wrong = wrong + 1 WHERE purpose = :purpose")
                .param("purpose", purpose)
                .update();
    }

    void use(String purpose, Instant now) {
        jdbc.sql("UPDATE account_confirmation_code SET used_at = :now WHERE purpose = :purpose")
                .param("purpose", purpose)
                .param("now", Timestamp.from(now))
                .update();
    }

    int forget(Instant before) {
        return jdbc.sql("DELETE FROM account_confirmation_code WHERE expires_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    private static SignInCode code(ResultSet row) throws SQLException {
        Timestamp used = row.getTimestamp("used_at");
        return new SignInCode(
                HexFormat.of().formatHex(row.getBytes("digest")),
                row.getTimestamp("expires_at").toInstant(),
                row.getInt("wrong"),
                used == null ? null : used.toInstant());
    }
}
