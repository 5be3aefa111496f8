@NullMarked
package org.yinxin.standins.wechat;

import org.jspecify.annotations.NullMarked;
