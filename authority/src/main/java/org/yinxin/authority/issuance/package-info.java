/**
 * Issuing a pair, in an order that survives being cut off at any point: record the intent, lint, sign, compare, store.
 *
 * <p>{@code docs/issuance-cycle.md} numbers the steps and says what each cut leaves behind.
 */
@NullMarked
package org.yinxin.authority.issuance;

import org.jspecify.annotations.NullMarked;
