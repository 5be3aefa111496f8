/**
 * The keys of the authorities, behind one port: whoever signs names the authority's key and the purpose, and never
 * learns where the key lives.
 */
@NullMarked
package org.yinxin.authority.key;

import org.jspecify.annotations.NullMarked;
