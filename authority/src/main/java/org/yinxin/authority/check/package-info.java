/** A second pair of eyes after the fact: what was issued is looked at again. */
@NullMarked
package org.yinxin.authority.check;

import org.jspecify.annotations.NullMarked;
