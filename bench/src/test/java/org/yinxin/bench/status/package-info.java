@NullMarked
package org.yinxin.bench.status;

import org.jspecify.annotations.NullMarked;
