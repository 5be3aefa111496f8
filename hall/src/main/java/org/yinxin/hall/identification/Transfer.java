package org.yinxin.hall.identification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.identification.source.BankAccount;

/**
 * One small transfer.
 *
 * @param id its number, under which the bank is asked
 * @param accountDigest the keyed digest of the account
 * @param expires until when its memo may be told; null while it is not sent
 * @param wrong how often a wrong memo was told
 */
record Transfer(
        UUID id,
        CheckKey check,
        State state,
        BankAccount account,
        String accountDigest,
        Money amount,
        @Nullable Instant sentAt,
        @Nullable Instant expires,
        int wrong) {

    /** Whether money may still come of it. */
    boolean live() {
        return state == State.INTENDED || state == State.SENT;
    }

    enum State {
        /** The bank is to be asked, or was and did not say. */
        INTENDED,
        SENT,
        PASSED,
        /** The bank has no such account. */
        REFUSED,
        /** The memo was told wrong too often. */
        DEAD,
        /** Another account took its place. */
        DROPPED
    }
}
