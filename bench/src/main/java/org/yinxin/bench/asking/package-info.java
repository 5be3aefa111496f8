/** Asks the lists of a hall over HTTP and takes the time. */
@NullMarked
package org.yinxin.bench.asking;

import org.jspecify.annotations.NullMarked;
