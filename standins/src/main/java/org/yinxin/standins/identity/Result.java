package org.yinxin.standins.identity;

/** What a source knows. */
public enum Result {
    /** All that was asked belongs together. */
    MATCH,
    /** Something of it belongs to somebody else. */
    MISMATCH,
    /** The source does not know them. */
    UNKNOWN
}
