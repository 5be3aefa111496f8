package org.yinxin.authority.issuance;

import java.time.Instant;

/** Where an order stands. */
sealed interface OrderState {

    /** How many attempts there were. */
    int attempts();

    /** Nothing is under way: a new order, or one whose attempts were swept or refused. */
    record Free(int attempts) implements OrderState {}

    /** An attempt is under way, or was cut off. */
    record Intended(int attempts, Instant since) implements OrderState {}

    /** The pair is there. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Issued(int attempts, byte[] content) implements OrderState {}
}
