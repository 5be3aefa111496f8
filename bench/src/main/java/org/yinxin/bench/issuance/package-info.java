/**
 * How many pairs of certificates a core issues: the authority and the custody of a hall, on a durable database, compared in
 * the same run with the signatures alone.
 */
@NullMarked
package org.yinxin.bench.issuance;

import org.jspecify.annotations.NullMarked;
