package org.yinxin.store.journal;

/** What a walk over the chain found. */
public sealed interface ChainState {

    /**
     * Every row is the one that was sealed.
     *
     * @param head the end of the chain; its position is the number of sealed entries
     * @param unsealed entries that the sealer has not reached yet
     */
    record Intact(JournalHead head, long unsealed) implements ChainState {}

    /**
     * The chain is broken; what comes after the first broken place proves nothing and is not looked at.
     *
     * @param position where
     * @param id the row found there; where a row is missing, the next one that is there, or 0 at the end
     */
    record Broken(long position, long id, Fault fault) implements ChainState {}

    /** How a chain may be broken. */
    enum Fault {
        /** The row is not the one that was sealed here, or not in this place. */
        ALTERED,
        /** The row that was sealed here is gone. */
        MISSING
    }
}
