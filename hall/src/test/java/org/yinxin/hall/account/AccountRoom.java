package org.yinxin.hall.account;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.code.MobileNumber;
import org.yinxin.hall.privacy.ColumnCipher;
import org.yinxin.hall.testing.TestHall;

/** Accounts for tests of other rooms. */
public final class AccountRoom {

    public static final Class<?> ACCOUNTS = Accounts.class;
    public static final Class<?> CHANGE = ChangeMobile.class;

    private AccountRoom() {}

    /** Confirming by a code, with the usual limits; no scan finds it. */
    @Import({ConfirmationCodes.class, ConfirmByCode.class})
    public static class Confirmation {
        @Bean
        AccountSettings accountSettings() {
            return new AccountSettings(Duration.ofMinutes(5), Duration.ofMinutes(1), 5, 8, 120);
        }
    }

    /** Gives an account a mobile number. */
    public static void open(TestHall hall, AccountId account, String mobile) {
        ColumnCipher cipher = hall.get(ColumnCipher.class);
        hall.jdbc()
                .sql(
                        """
                        INSERT INTO account (id, mobile, mobile_index, masked, created_at, last_sign_in_at)
                        VALUES (:id, :mobile, :index, :masked, :now, :now)
                        """)
                .param("id", account.value())
                .param("mobile", cipher.seal(mobile))
                .param("index", cipher.blindIndex(mobile))
                .param("masked", new MobileNumber(mobile).masked())
                .param("now", Timestamp.from(Instant.EPOCH))
                .update();
    }
}
