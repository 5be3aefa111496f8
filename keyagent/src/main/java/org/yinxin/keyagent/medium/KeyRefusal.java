package org.yinxin.keyagent.medium;

/** Why a medium does not do what it was asked. Each has a sentence in the message files of the agent. */
public enum KeyRefusal {
    UNKNOWN_TOKEN,
    UNKNOWN_CONTAINER,
    /** The label of a new token is blank, too long or unreadable. */
    UNFIT_LABEL,
    /** A new PIN is too short, too long or too easy to guess. */
    UNFIT_PIN,
    /** The name for a signing request cannot be a certificate's subject. */
    UNFIT_SUBJECT,
    WRONG_PIN,
    PIN_LOCKED,
    /** One of the certificates cannot be read. */
    MALFORMED_CERTIFICATE,
    /** The signing certificate is for a key that is not in this container. */
    CERTIFICATE_OF_ANOTHER_KEY,
    /** The two certificates do not name the same subject, or have the same key. */
    CERTIFICATES_NO_PAIR,
    MALFORMED_ENVELOPE,
    /** The envelope does not open with this container's signing key. */
    ENVELOPE_OF_ANOTHER_KEY,
    /** The key in the envelope is not that of the encryption certificate. */
    ENVELOPE_NOT_OF_CERTIFICATE,
    /** Other certificates are in this container already. */
    OTHER_CERTIFICATES_INSTALLED,
    /** No encryption key is in this container yet. */
    NO_ENCRYPTION_KEY,
    UNDECIPHERABLE,
    /** No hall is known that may let the PIN be reset. */
    NO_HALL,
    /** Another hall was pinned before. */
    ANOTHER_HALL,
    /** The hall's keys cannot be read. */
    MALFORMED_HALL,
    /** Nothing was asked of the hall, or what was asked has been used. */
    NOT_ASKED,
    /** The grant is not the hall's, or not for this token and question. */
    GRANT_FORGED,
    /** The medium holds as many tokens or containers as it can. */
    FULL,
    /** What is stored cannot be read; nothing was changed. */
    DAMAGED
}
