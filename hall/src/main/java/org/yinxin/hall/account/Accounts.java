package org.yinxin.hall.account;

import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.access.Actors;
import org.yinxin.hall.access.TokenKind;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.code.MobileNumber;
import org.yinxin.hall.privacy.ColumnCipher;

/** The accounts, found by the keyed index of their mobile number. */
@Repository
public class Accounts implements Actors {

    private final JdbcClient jdbc;
    private final ColumnCipher cipher;
    private final Supplier<UUID> uuids;

    Accounts(JdbcClient jdbc, ColumnCipher cipher, @Qualifier("uuids") Supplier<UUID> uuids) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.uuids = uuids;
    }

    /** Where a holder of an account is reached by short message. */
    public Optional<MobileNumber> mobileOf(AccountId account) {
        return jdbc.sql("SELECT mobile FROM account WHERE id = :id AND closed_at IS NULL")
                .param("id", account.value())
                .query((row, number) -> new MobileNumber(cipher.open(row.getBytes("mobile"))))
                .optional();
    }

    @Override
    public TokenKind kind() {
        return TokenKind.SUBSCRIBER;
    }

    @Override
    public Optional<Actor> find(UUID subject) {
        return jdbc.sql("SELECT masked FROM account WHERE id = :id AND closed_at IS NULL")
                .param("id", subject)
                .query(
                        (row, number) ->
                                (Actor)
                                        new Actor.Subscriber(
                                                new AccountId(subject), row.getString("masked")))
                .optional();
    }

    Optional<AccountId> of(MobileNumber mobile) {
        return jdbc.sql("SELECT id FROM account WHERE mobile_index = :index")
                .param("index", index(mobile))
                .query((row, number) -> new AccountId(row.getObject("id", UUID.class)))
                .optional();
    }

    /** The account of a number whose holder has just signed in, made now if it is the first time. */
    AccountId signedIn(MobileNumber mobile, Instant now) {
        return found(mobile, now, "last_sign_in_at = excluded.last_sign_in_at");
    }

    /** The account of a number whose holder is at the counter, made now if there is none yet. */
    public AccountId received(MobileNumber mobile, Instant now) {
        return found(mobile, now, "masked = excluded.masked");
    }

    /** A conflict has to update something, or nothing would be returned. */
    private AccountId found(MobileNumber mobile, Instant now, String update) {
        queue(mobile);
        return jdbc.sql(
                        """
                        INSERT INTO account (id, mobile, mobile_index, masked, created_at, last_sign_in_at)
                        VALUES (:id, :mobile, :index, :masked, :now, :now)
                        ON CONFLICT (mobile_index) DO UPDATE SET %s
                        RETURNING id
                        """
                                .formatted(update))
                .param("id", uuids.get())
                .param("mobile", cipher.seal(mobile.value()))
                .param("index", index(mobile))
                .param("masked", mobile.masked())
                .param("now", Timestamp.from(now))
                .query((row, number) -> new AccountId(row.getObject("id", UUID.class)))
                .single();
    }

    /** One at a time for each number, until the transaction ends. */
    void queue(MobileNumber mobile) {
        jdbc.sql("SELECT pg_advisory_xact_lock(:key)")
                .param("key", ByteBuffer.wrap(index(mobile)).getLong())
                .query(row -> {});
    }

    /** Lets an account sign in with another number, which no other account has. */
    void renumber(AccountId account, MobileNumber mobile) {
        jdbc.sql(
                        """
                        UPDATE account SET mobile = :mobile, mobile_index = :index, masked = :masked
                         WHERE id = :id AND closed_at IS NULL
                        """)
                .param("mobile", cipher.seal(mobile.value()))
                .param("index", index(mobile))
                .param("masked", mobile.masked())
                .param("id", account.value())
                .update();
    }

    /** Nobody signs in to it any more, and its number is free. */
    void close(AccountId account, Instant at) {
        jdbc.sql(
                        """
                        UPDATE account SET mobile = NULL, mobile_index = NULL, closed_at = :at
                         WHERE id = :id AND closed_at IS NULL
                        """)
                .param("at", Timestamp.from(at))
                .param("id", account.value())
                .update();
    }

    private byte[] index(MobileNumber mobile) {
        return cipher.blindIndex(mobile.value());
    }
}
