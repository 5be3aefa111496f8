package org.yinxin.authority.issuance;

import java.time.Instant;

/** Where an order stands. */
sealed interface OrderState {

    /** How many attempts there were before. */
    int attempts();

    /** Made just now, with its first attempt under way. */
    record Begun() implements OrderState {
        @Override
        public int attempts() {
            return 0;
        }
    }

    /** Nothing is under way: all attempts were swept or refused. */
    record Free(int attempts) implements OrderState {}

    /** An attempt is under way, or was cut off. */
    record Intended(int attempts, Instant since) implements OrderState {}

    /** The pair is there. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Issued(int attempts, byte[] content) implements OrderState {}
}
