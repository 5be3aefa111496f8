@NullMarked
package org.yinxin.standins.identity;

import org.jspecify.annotations.NullMarked;
