/**
 * The append-only journal of one schema: who did what to which thing, chained with SM3 so that a row which was
 * altered, removed or slipped in later is found.
 *
 * <p>The authority, the custody and the hall each keep a journal of their own, in their own schema and under their
 * own database role, by this one implementation. An entry is written in the transaction of the fact it records;
 * a sealer links finished entries into the chain afterwards, so that writers never wait for each other.
 */
@NullMarked
package org.yinxin.store.journal;

import org.jspecify.annotations.NullMarked;
