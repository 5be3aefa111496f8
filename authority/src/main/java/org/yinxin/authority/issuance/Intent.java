package org.yinxin.authority.issuance;

import org.yinxin.authority.profile.Intended;

/**
 * A committed intent: what is going to be signed, and for which order.
 *
 * @param shard the revocation list that the certificates name; 0 for the list of all
 */
record Intent(IntentId id, int attempt, AdmittedOrder order, Intended intended, int shard) {}
