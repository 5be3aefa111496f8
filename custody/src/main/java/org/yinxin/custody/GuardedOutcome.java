package org.yinxin.custody;

/**
 * What became of an act of a custodian.
 *
 * @param <T> what the act gives
 */
public sealed interface GuardedOutcome<T> {

    /** It was done, and is in the journal. */
    record Done<T>(T value) implements GuardedOutcome<T> {}

    /** It was refused; that is in the journal too, and nothing else was changed. */
    record Refused<T>(GuardedRefusal reason) implements GuardedOutcome<T> {}
}
