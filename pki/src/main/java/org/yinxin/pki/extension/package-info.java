/**
 * Certificate extensions: those of RFC 5280 that our profiles use, and the Chinese ones of GM/T 0015-2012.
 *
 * <p>Which certificate carries which is decided by profiles elsewhere; here is only how each is written and read.
 */
@NullMarked
package org.yinxin.pki.extension;

import org.jspecify.annotations.NullMarked;
