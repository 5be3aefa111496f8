/** The house rules that a machine can see, over the main code of every module. */
@NullMarked
package org.yinxin.app.house;

import org.jspecify.annotations.NullMarked;
