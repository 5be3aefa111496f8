package org.yinxin.hall.identification.source;

/** What a source knows. */
public enum Result {
    MATCH,
    MISMATCH,
    UNKNOWN
}
