@NullMarked
package org.yinxin.bench;

import org.jspecify.annotations.NullMarked;
