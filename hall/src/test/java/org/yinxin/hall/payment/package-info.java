@NullMarked
package org.yinxin.hall.payment;

import org.jspecify.annotations.NullMarked;
