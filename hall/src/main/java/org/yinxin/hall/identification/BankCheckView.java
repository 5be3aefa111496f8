package org.yinxin.hall.identification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.catalogue.Money;

/**
 * How a check of an account stands, for the people of that account.
 *
 * @param amount how much is sent
 * @param account the account, masked; null while none was given
 * @param bank where it is; null while none was given
 * @param sentAt when the bank took the order; null while it did not
 * @param expires until when the memo may be told; null while nothing was sent
 * @param attemptsLeft how often a memo may still be wrong
 */
public record BankCheckView(
        Stage stage,
        Money amount,
        @Nullable String account,
        @Nullable String bank,
        @Nullable Instant sentAt,
        @Nullable Instant expires,
        int attemptsLeft) {

    /** Where it stands. */
    public enum Stage {
        /** An account is to be given. */
        OPEN,
        /** The bank has not said yet whether it sends. */
        SENDING,
        /** The memo is to be told. */
        SENT,
        /** The bank has no such account in that name: it is to be given anew. */
        REFUSED,
        /** The memo was wrong too often: the account is to be given anew. */
        DEAD,
        /** The memo was not told in time: the account is to be given anew. */
        EXPIRED,
        PASSED,
        /** Something before it has to be done again first. */
        WITHDRAWN
    }
}
