package org.yinxin.hall.review;

import java.util.List;
import java.util.Map;
import org.yinxin.hall.archive.StoredPaper;

/**
 * Everything an officer needs to judge a case.
 *
 * @param about the case
 * @param current the round under review, or the last one
 * @param earlier the rounds before, newest first
 * @param papers what the archive knows of the current papers, by their keys; one that is lost is not there
 * @param notes what colleagues told each other, newest first
 * @param task what the reader can do now
 */
public record ReviewView(
        ReviewCase about,
        ReviewRound current,
        List<ReviewRound> earlier,
        Map<String, StoredPaper> papers,
        List<Note> notes,
        Task task) {

    public ReviewView {
        earlier = List.copyOf(earlier);
        papers = Map.copyOf(papers);
        notes = List.copyOf(notes);
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
