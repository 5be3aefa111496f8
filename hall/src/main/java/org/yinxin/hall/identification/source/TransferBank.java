package org.yinxin.hall.identification.source;

import java.util.UUID;
import org.yinxin.hall.catalogue.Money;

/** The bank that makes the small transfers. */
public interface TransferBank {

    /** What became of an order to the bank. */
    sealed interface Sending {

        /** The money is on its way. */
        record Sent(String reference) implements Sending {}

        /** The bank is at work; ask again under the same key. */
        record Pending(String reference) implements Sending {}

        /** There is no such account in that name. */
        record Refused(String reference) implements Sending {}

        /** It did not say; ask again under the same key. */
        record Unavailable(String reason) implements Sending {}
    }

    /**
     * Orders a transfer.
     *
     * @param key the same key is one transfer, however often it is ordered
     */
    Sending send(UUID key, BankAccount payee, Money amount, String memo);
}
