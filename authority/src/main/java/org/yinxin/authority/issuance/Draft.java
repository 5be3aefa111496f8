package org.yinxin.authority.issuance;

import org.yinxin.authority.profile.Intended;

/**
 * What would be signed for an order, to the last byte, and is not on record yet.
 *
 * @param shard the revocation list that the certificates name; 0 for the list of all
 */
record Draft(AdmittedOrder order, Intended intended, int shard) {

    Intent attempt(IntentId id, int number) {
        return new Intent(id, number, order, intended, shard);
    }
}
