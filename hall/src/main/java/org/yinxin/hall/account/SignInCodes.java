package org.yinxin.hall.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.code.MobileNumber;
import org.yinxin.hall.privacy.ColumnCipher;

/** The newest code of each number. */
@Repository
class SignInCodes {

    private final JdbcClient jdbc;
    private final ColumnCipher cipher;

    SignInCodes(JdbcClient jdbc, ColumnCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /**
     * A code's digest is bound to its number and keyed: six digits alone would be found by trying them all.
     */
    byte[] digest(MobileNumber mobile, String code) {
        return cipher.blindIndex("sign-in-code:" + mobile.value() + ":" + code);
    }

    /**
     * Puts a fresh code in the place of the one before, unless that one was sent after a moment. One statement, so
     * that of two requests at once one wins.
     */
    boolean replace(
            MobileNumber mobile,
            byte[] digest,
            Instant now,
            Instant expiresAt,
            Instant sentBefore) {
        return jdbc.sql(
                                """
                                INSERT INTO account_sign_in_code (mobile_index, digest, sent_at, expires_at)
                                VALUES (:index, :digest, :now, :expires)
                                ON CONFLICT (mobile_index) DO UPDATE
                                SET digest = excluded.digest, sent_at = excluded.sent_at,
                                    expires_at = excluded.expires_at, wrong = 0, used_at = NULL
                                WHERE account_sign_in_code.sent_at <= :before
                                """)
                        .param("index", index(mobile))
                        .param("digest", digest)
                        .param("now", Timestamp.from(now))
                        .param("expires", Timestamp.from(expiresAt))
                        .param("before", Timestamp.from(sentBefore))
                        .update()
                == 1;
    }

    Optional<Instant> lastSent(MobileNumber mobile) {
        return jdbc.sql("SELECT sent_at FROM account_sign_in_code WHERE mobile_index = :index")
                .param("index", index(mobile))
                .query((row, number) -> row.getTimestamp("sent_at").toInstant())
                .optional();
    }

    Optional<SignInCode> lock(MobileNumber mobile) {
        return jdbc.sql(
                        """
                        SELECT digest, expires_at, wrong, used_at FROM account_sign_in_code
                        WHERE mobile_index = :index FOR UPDATE
                        """)
                .param("index", index(mobile))
                .query(SignInCodes::code)
                .optional();
    }

    void countWrong(MobileNumber mobile) {
        jdbc.sql("UPDATE account_sign_in_code SET wrong = wrong + 1 WHERE mobile_index = :index")
                .param("index", index(mobile))
                .update();
    }

    void use(MobileNumber mobile, Instant now) {
        jdbc.sql("UPDATE account_sign_in_code SET used_at = :now WHERE mobile_index = :index")
                .param("index", index(mobile))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** A code that ended some time ago needs no refusal of its own any more. */
    int forget(Instant now, Duration after) {
        return jdbc.sql("DELETE FROM account_sign_in_code WHERE expires_at < :before")
                .param("before", Timestamp.from(now.minus(after)))
                .update();
    }

    private byte[] index(MobileNumber mobile) {
        return cipher.blindIndex(mobile.value());
    }

    private static SignInCode code(ResultSet row, int number) throws SQLException {
        Timestamp used = row.getTimestamp("used_at");
        return new SignInCode(
                HexFormat.of().formatHex(row.getBytes("digest")),
                row.getTimestamp("expires_at").toInstant(),
                row.getInt("wrong"),
                used == null ? null : used.toInstant());
    }
}
