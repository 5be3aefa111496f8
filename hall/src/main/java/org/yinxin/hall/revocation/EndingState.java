package org.yinxin.hall.revocation;

import java.time.Instant;

/** How far a change of a pair's status has come. */
public sealed interface EndingState {

    /** The authority has not answered yet. */
    record Intended() implements EndingState {}

    /**
     * The authority has done it.
     *
     * @param since what the authority tells everybody
     */
    record Done(Instant since) implements EndingState {}

    /** The authority has refused. */
    record Refused(RevocationError reason) implements EndingState {}
}
