package org.yinxin.custody;

/** Why a request for a key that takes two custodians did not go on. */
public enum GuardedRefusal {
    /** There is no such key in escrow. */
    UNKNOWN_KEY,
    /** The key never left for the token it was made for; there is nothing to recover, and an ordinary release will do. */
    NEVER_RELEASED,
    /** The key is bound to this very token; an ordinary release will do. */
    NOT_A_NEW_TOKEN,
    /** The key to seal for is not SM2. */
    UNSUITABLE_RECIPIENT,
    /** There is no such request of this kind. */
    UNKNOWN_REQUEST,
    /** Whoever asked cannot approve. */
    SAME_CUSTODIAN,
    /** It was approved before. */
    ALREADY_APPROVED,
    /** Nobody has approved it yet. */
    NOT_APPROVED,
    /** Whoever wants it given neither asked for it nor approved it. */
    NOT_ONE_OF_THE_TWO,
    /** More than 24 hours have passed since it was asked for. */
    EXPIRED,
    /** The key was let out on it before. */
    ALREADY_USED,
    /** What the key is wrapped under is not among the wrapping keys of this installation. */
    WRAPPING_KEY_MISSING,
    /** The custody has no key to sign in this form, or the form names another recipient. */
    FORM_UNAVAILABLE
}
