package org.yinxin.hall.subscriber;

/** How an authorisation ends before its day. */
public enum AuthorisationEnd {
    /** Somebody else acts from now on. */
    HANDED_OVER,
    /** The agent does not want to any more. */
    RESIGNED,
    /** The organisation took it back. */
    WITHDRAWN
}
