package org.yinxin.hall.review;

import java.util.List;

/**
 * Everything an officer needs to judge a case.
 *
 * @param about the case
 * @param current the round under review, or the last one
 * @param earlier the rounds before, newest first
 * @param task what the reader can do now
 */
public record ReviewView(
        ReviewCase about, ReviewRound current, List<ReviewRound> earlier, Task task) {

    public ReviewView {
        earlier = List.copyOf(earlier);
    }

    /** What one officer can do with one case. */
    public enum Task {
        ENTER,
        DECIDE,
        /** An approving officer looks at what was not entered yet. */
        WAIT_FOR_ENTRY,
        /** An entry officer looks at what waits for approval. */
        WAIT_FOR_DECISION,
        /** An approving officer looks at the own entry. */
        WAIT_FOR_ANOTHER_PERSON,
        NOTHING
    }
}
