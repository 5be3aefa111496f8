/** The authorities of this installation: which there are and who signs whom. */
@NullMarked
package org.yinxin.authority.hierarchy;

import org.jspecify.annotations.NullMarked;
