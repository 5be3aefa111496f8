/**
 * How long a revocation list of a million takes, on the way that a hall makes it, compared in the same run with hashing,
 * signing and writing the same octets and with OpenSSL's list of as many.
 */
@NullMarked
package org.yinxin.bench.crl;

import org.jspecify.annotations.NullMarked;
