package org.yinxin.hall.access;

/** Whose token it is. */
public enum TokenKind {
    SUBSCRIBER,
    OPERATOR
}
