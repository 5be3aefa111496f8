package org.yinxin.hall.catalogue;

/** Whose turn it is at a gate. */
public enum Turn {
    SUBSCRIBER,
    STAFF,
    /** Nobody's: the hall does it, sometimes with others behind it. */
    HALL
}
