@NullMarked
package org.yinxin.standins.sms;

import org.jspecify.annotations.NullMarked;
