package org.yinxin.hall.payment.channel;

/** What a channel answers when it is asked to collect. */
public sealed interface Offer {

    /** The payer can scan this. */
    record Code(String codeUrl) implements Offer {}

    /** This number was paid before. */
    record AlreadyPaid() implements Offer {}

    /** This number cannot be paid any more; another one can. */
    record UsedUp() implements Offer {}

    /**
     * Nothing is known about what happened; repeat with the same number.
     *
     * @param reason for the log; without personal data and without secrets
     */
    record Unavailable(String reason) implements Offer {}
}
