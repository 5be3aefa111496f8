/**
 * Certificate profiles: what each kind of certificate says (GM/T 0015-2012, 5.2 and appendices B and C). Those of subscribers
 * are read from files; those of authorities, responders and units are code.
 */
@NullMarked
package org.yinxin.authority.profile;

import org.jspecify.annotations.NullMarked;
