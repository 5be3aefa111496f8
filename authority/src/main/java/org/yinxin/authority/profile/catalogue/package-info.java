/** Which profiles there are, which of them serves whom, and every version that certificates were made under. */
@NullMarked
package org.yinxin.authority.profile.catalogue;

import org.jspecify.annotations.NullMarked;
