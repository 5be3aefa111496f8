package org.yinxin.custody;

/** The points at which a process can die and leave something behind. */
enum Step {
    POOL_KEY_WRITTEN,
    POOL_KEY_COMMITTED,
    POOLED_KEY_TAKEN,
    KEY_WRAPPED,
    KEY_WRITTEN,
    KEY_COMMITTED,
    ENVELOPE_SEALED,
    RELEASE_WRITTEN,
    RELEASE_COMMITTED,
    REQUEST_WRITTEN,
    REQUEST_COMMITTED,
    APPROVAL_WRITTEN,
    APPROVAL_COMMITTED,
    HANDOUT_SEALED,
    HANDOUT_WRITTEN,
    HANDOUT_COMMITTED
}
