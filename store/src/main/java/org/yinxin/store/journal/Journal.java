package org.yinxin.store.journal;

/** Where facts are recorded. Implementations are safe for use by several threads. */
public interface Journal {

    /** Records one fact in the transaction of the caller; it is there if and only if that transaction commits. */
    void record(JournalEntry entry);
}
