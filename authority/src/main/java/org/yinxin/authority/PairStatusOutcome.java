package org.yinxin.authority;

import java.time.Instant;

/** What became of a request to change the status of a pair. All but {@link Done} change nothing. */
public sealed interface PairStatusOutcome {

    /**
     * The pair is as was asked: OCSP says so from the next question on, the CRL from the next copy on.
     *
     * @param at since when; the first time, where it was so before
     */
    record Done(Instant at) implements PairStatusOutcome {}

    /** The pair, or a half of it, was revoked for good before, and not for the reason that was asked for. */
    record Final(Instant at, RevocationReason reason) implements PairStatusOutcome {}

    /** What is not on hold cannot be resumed. */
    record NotHeld() implements PairStatusOutcome {}

    /** No pair was issued for that order. */
    record NeverIssued() implements PairStatusOutcome {}

    /**
     * The outside authority that issued the pair says no.
     *
     * @param detail its words, for the log and the officer
     */
    record Denied(String detail) implements PairStatusOutcome {}
}
