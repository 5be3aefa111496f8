/**
 * The people of whom two together may make, roll over and retire authorities, those of whom two may let a subscriber's key out of
 * custody, and how they prove who they are.
 */
@NullMarked
package org.yinxin.authority.custodian;

import org.jspecify.annotations.NullMarked;
