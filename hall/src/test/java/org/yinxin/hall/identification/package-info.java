@NullMarked
package org.yinxin.hall.identification;

import org.jspecify.annotations.NullMarked;
