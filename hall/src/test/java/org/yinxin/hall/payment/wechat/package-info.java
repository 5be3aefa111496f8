@NullMarked
package org.yinxin.hall.payment.wechat;

import org.jspecify.annotations.NullMarked;
