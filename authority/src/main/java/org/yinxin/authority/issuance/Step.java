package org.yinxin.authority.issuance;

/** The points of the issuance cycle between which a process can die. */
enum Step {
    ORDER_ADMITTED,
    INTENT_WRITTEN,
    INTENT_COMMITTED,
    LINTED,
    SIGNING_CERTIFICATE_SIGNED,
    ENCRYPTION_CERTIFICATE_SIGNED,
    COMPARED,
    SIGNING_CERTIFICATE_WRITTEN,
    ENCRYPTION_CERTIFICATE_WRITTEN,
    JOURNAL_WRITTEN,
    PAIR_COMMITTED
}
