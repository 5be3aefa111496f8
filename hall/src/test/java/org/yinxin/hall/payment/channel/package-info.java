@NullMarked
package org.yinxin.hall.payment.channel;

import org.jspecify.annotations.NullMarked;
