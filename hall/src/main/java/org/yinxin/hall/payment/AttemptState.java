package org.yinxin.hall.payment;

/** Where an attempt stands. */
sealed interface AttemptState {

    /** The channel will be called, or was and we do not know what it said. */
    record Intended() implements AttemptState {}

    /** The payer has a code. */
    record Offered(String codeUrl) implements AttemptState {}

    /** The money came and settled the order. */
    record Settled() implements AttemptState {}

    /** Money came that does not fit the order. */
    record Disputed() implements AttemptState {}

    /** Nobody shall pay it any more; the channel must still be told. */
    record Closing() implements AttemptState {}

    /** The channel takes no money for it any more. */
    record Closed() implements AttemptState {}
}
