package org.yinxin.authority;

/** Why an order was refused. */
public enum IssuanceRefusal {
    /** No authority of that code, or one that only signs other authorities or is retired. */
    UNKNOWN_AUTHORITY,
    /** The signing request cannot be read. */
    MALFORMED_REQUEST,
    /** The signing request is not signed by the key it carries. */
    BAD_REQUEST_SIGNATURE,
    /** A key of an algorithm or curve that this authority does not certify, or a point off its curve. */
    UNSUPPORTED_KEY,
    /** A key that is too small or otherwise weak. */
    WEAK_KEY,
    /** One of the keys belongs to another order already. */
    KEY_ALREADY_CERTIFIED,
    /** The validity reaches beyond the authority's own, or is empty. */
    VALIDITY,
    /** No profile of this authority is for such a subject, or the order lacks or has too much of what the profile wants. */
    PROFILE,
    /** The intended certificates break a rule. */
    LINT,
    /** The order's id was used before, with other content. */
    ORDER_MISMATCH,
    /** The same order is being worked on, or its attempt was cut off and is not swept yet: ask again later. */
    IN_PROGRESS,
    /**
     * An outside authority does not answer, or not believably, or cannot be asked as it is set up; or the device that holds our own
     * authority's key does not answer. Ask again later.
     */
    UNREACHABLE,
    /** An outside authority says no; the detail has its words. */
    DENIED
}
