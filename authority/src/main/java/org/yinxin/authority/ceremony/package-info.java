/** The ceremony that makes a hierarchy: keys first, then certificates and their records. */
@NullMarked
package org.yinxin.authority.ceremony;

import org.jspecify.annotations.NullMarked;
