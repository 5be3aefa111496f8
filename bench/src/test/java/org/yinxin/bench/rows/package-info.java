@NullMarked
package org.yinxin.bench.rows;

import org.jspecify.annotations.NullMarked;
