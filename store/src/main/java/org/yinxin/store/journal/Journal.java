package org.yinxin.store.journal;

import java.util.List;

/** Where facts are recorded. Implementations are safe for use by several threads. */
public interface Journal {

    /** Records one fact in the transaction of the caller; it is there if and only if that transaction commits. */
    default void record(JournalEntry entry) {
        record(List.of(entry));
    }

    /** Records several facts in the transaction of the caller. */
    void record(List<JournalEntry> entries);
}
