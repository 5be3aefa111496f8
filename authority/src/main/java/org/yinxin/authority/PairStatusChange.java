package org.yinxin.authority;

/**
 * A request to change the status of both halves of a pair.
 *
 * @param id the caller's name for this request; asking twice with it changes the status once
 * @param pair the order that the pair was issued for
 */
public record PairStatusChange(StatusChangeId id, PairOrderId pair, PairDeed deed) {}
