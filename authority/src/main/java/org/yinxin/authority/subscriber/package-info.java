/** Whose the pairs in the register are: found by serial, key, order or code, and told apart by what their certificates say. */
@NullMarked
package org.yinxin.authority.subscriber;

import org.jspecify.annotations.NullMarked;
