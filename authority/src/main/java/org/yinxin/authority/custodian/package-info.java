/** The people of whom two together may make, roll over and retire authorities, and how they prove who they are. */
@NullMarked
package org.yinxin.authority.custodian;

import org.jspecify.annotations.NullMarked;
