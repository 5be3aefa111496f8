package org.yinxin.authority;

/** What is to be done to the status of both halves of a pair. */
public sealed interface PairDeed {

    /** Ends the pair for good. */
    record Revoke(RevocationReason reason) implements PairDeed {}

    /** Puts the pair on hold (certificateHold): it counts as revoked until it is resumed. */
    record Hold() implements PairDeed {}

    /** Takes a pair off hold. */
    record Resume() implements PairDeed {}
}
