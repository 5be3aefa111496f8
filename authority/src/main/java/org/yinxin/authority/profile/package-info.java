/** Certificate profiles: what each kind of certificate says. GM/T 0015-2012, 5.2 and appendices B and C. */
@NullMarked
package org.yinxin.authority.profile;

import org.jspecify.annotations.NullMarked;
